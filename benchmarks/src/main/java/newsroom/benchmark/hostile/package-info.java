/// Wires made to hurt, and what refusing them costs. A new attack is one line in
/// [newsroom.benchmark.hostile.HostileWires].
@org.jspecify.annotations.NullMarked
package newsroom.benchmark.hostile;
