/// How large a formula is, definitions put in.
///
/// Definitions that double each other reach any number of operations, and definitions that refer
/// to one another reach any depth; evaluating goes as deep as the tree.
struct TreeSize: Sendable, Hashable {
  private let operations: Int
  private let depth: Int

  /// A leaf.
  static let one = TreeSize(operations: 1, depth: 1)

  private static let operationLimit = 10_000
  private static let depthLimit = 256

  /// An operation on two parts.
  static func + (a: TreeSize, b: TreeSize) -> TreeSize {
    TreeSize(operations: a.operations + b.operations + 1, depth: max(a.depth, b.depth) + 1)
  }

  /// An operation on one part.
  var nested: TreeSize { TreeSize(operations: operations + 1, depth: depth + 1) }

  /// Whether this is more than anybody writes.
  var isExcessive: Bool { operations > Self.operationLimit || depth > Self.depthLimit }
}
