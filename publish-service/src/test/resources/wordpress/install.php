<?php
// Installs WordPress beside this file and prints a password for each account.
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = 'harbor.test';

function wp_new_blog_notification() {
	// nobody reads mail here
}

require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Harbor Daily', 'chief', 'chief@harbor.test', true, '', 'not used by the tests' );
update_option( 'permalink_structure', '/%category%/%year%/%monthnum%/%day%/%postname%/' );
update_option( 'timezone_string', 'UTC' );
wp_insert_user( array( 'user_login' => 'newsroom', 'user_pass' => 'x', 'role' => 'editor', 'user_email' => 'n@harbor.test' ) );
wp_insert_user( array( 'user_login' => 'stringer', 'user_pass' => 'x', 'role' => 'author', 'user_email' => 's@harbor.test' ) );
foreach ( array( 'chief', 'newsroom', 'stringer' ) as $login ) {
	$user = get_user_by( 'login', $login );
	$made = WP_Application_Passwords::create_new_application_password( $user->ID, array( 'name' => 'tests' ) );
	echo "\npassword $login {$made[0]}\n";
}
