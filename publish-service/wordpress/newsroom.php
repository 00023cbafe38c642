<?php
/**
 * Plugin Name: Newsroom
 * Description: Lets the newsroom find the posts that it wrote, keeps each story to one post, and never lets it write over a change that it has not seen.
 * Version: 1.0
 * Requires at least: 5.5
 *
 * Put this file into wp-content/mu-plugins/. It has no settings and changes nothing that readers see.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** What the newsroom notes of a story with its post. */
add_action(
	'init',
	function () {
		foreach ( array( '_newsroom_uri', '_newsroom_version', '_newsroom_hash' ) as $key ) {
			register_post_meta(
				'post',
				$key,
				array(
					'type'              => 'string',
					'single'            => true,
					'show_in_rest'      => true,
					'sanitize_callback' => 'sanitize_text_field',
					'auth_callback'     => function () {
						return current_user_can( 'edit_posts' );
					},
				)
			);
		}
	}
);

/** GET /wp/v2/posts?newsroom_uri=… lists the posts of one story. */
add_filter(
	'rest_post_collection_params',
	function ( $params ) {
		$params['newsroom_uri'] = array(
			'description' => 'Limit result set to the posts of one story of the newsroom.',
			'type'        => 'string',
		);
		return $params;
	}
);

add_filter(
	'rest_post_query',
	function ( $args, $request ) {
		if ( ! empty( $request['newsroom_uri'] ) ) {
			$args['meta_key']   = '_newsroom_uri';
			$args['meta_value'] = $request['newsroom_uri'];
		}
		return $args;
	},
	10,
	2
);

/** Every answer says that the plugin is there: a site without it ignores newsroom_uri and lists all. */
add_filter(
	'rest_post_dispatch',
	function ( $response ) {
		$response->header( 'X-Newsroom-Plugin', '1' );
		return $response;
	}
);

/** One story, one post; and no write over what came after the newsroom had looked. */
add_filter(
	'rest_pre_insert_post',
	function ( $prepared, $request ) {
		global $wpdb;
		if ( is_wp_error( $prepared ) ) {
			return $prepared;
		}
		if ( empty( $prepared->ID ) ) {
			$meta = $request['meta'];
			$uri  = is_array( $meta ) && ! empty( $meta['_newsroom_uri'] ) ? (string) $meta['_newsroom_uri'] : '';
			if ( '' === $uri ) {
				return $prepared;
			}
			// Held until this request ends: the story's second post waits here for its first.
			$lock = 'newsroom_' . md5( $wpdb->prefix . $uri );
			if ( '1' !== (string) $wpdb->get_var( $wpdb->prepare( 'SELECT GET_LOCK(%s, 10)', $lock ) ) ) {
				return new WP_Error( 'newsroom_busy', 'Another request is writing this story.', array( 'status' => 503 ) );
			}
			$post = $wpdb->get_var(
				$wpdb->prepare(
					"SELECT p.ID FROM $wpdb->posts p JOIN $wpdb->postmeta m ON m.post_id = p.ID"
					. " WHERE m.meta_key = '_newsroom_uri' AND m.meta_value = %s AND p.post_type = 'post' LIMIT 1",
					$uri
				)
			);
			if ( $post ) {
				return new WP_Error(
					'newsroom_exists',
					'This story has a post already.',
					array(
						'status'  => 409,
						'post_id' => (int) $post,
					)
				);
			}
		} elseif ( ! empty( $request['newsroom_seen'] ) ) {
			$now = get_post( $prepared->ID );
			if ( $now && mysql_to_rfc3339( $now->post_modified_gmt ) !== $request['newsroom_seen'] ) {
				return new WP_Error( 'newsroom_changed', 'The post was changed meanwhile.', array( 'status' => 409 ) );
			}
		}
		return $prepared;
	},
	10,
	2
);
