/// A Markdown task list, as it is ticked off before a release.
///
/// ```markdown
/// - [x] Backups restored
/// - [ ] On-call rota agreed
///
/// ## Optional
/// - [ ] Blog post
/// ```
///
/// An item that is not checked is missing evidence: it holds the run. Items under a heading that
/// says "optional", in upper or lower case, and does not deny it before ("not optional"), only inform.
public struct Checklist: Sendable, Hashable {
  /// One line of a task list.
  public struct Item: Sendable, Hashable {
    /// What is to be checked, as it is written.
    public let text: String

    /// Whether the box is ticked.
    public let isChecked: Bool

    /// Whether a heading above the item says that it is optional.
    public let isOptional: Bool

    /// The line of the file, counted from 1.
    public let line: Int
  }

  /// The name that messages and reports use.
  public let name: String

  /// All items, in the order of the text; never empty.
  public let items: [Item]

  /// Reads a checklist from text.
  ///
  /// - Parameters:
  ///   - text: The Markdown text.
  ///   - name: The name that messages and reports use for it.
  /// - Throws: `Diagnostics` with every line that looks like an item and is none; when there is
  ///   none, with the lack of any item.
  public init(text: String, name: String) throws(Diagnostics) {
    try self.init(SourceText(name: name, text: text))
  }

  /// Reads a checklist from the file at `path`.
  ///
  /// - Parameter path: The Markdown file.
  /// - Throws: `Diagnostics`, as `init(text:name:)` does, and when the file cannot be read.
  public init(contentsOf path: String) throws(Diagnostics) {
    try self.init(SourceText(contentsOf: path))
  }

  private init(_ source: SourceText) throws(Diagnostics) {
    name = source.name
    items = try ChecklistReader.items(of: source)
  }
}

// MARK: - Counts

extension Checklist {
  /// How many items must be checked: those that are not optional.
  public var required: Int { items.count { !$0.isOptional } }

  /// How many of the required items are checked.
  public var checked: Int { items.count { !$0.isOptional && $0.isChecked } }

  /// The items that are not checked, required and optional ones.
  public var unchecked: [Item] { items.filter { !$0.isChecked } }

  /// The required items that are not checked; any of them holds the run.
  public var uncheckedRequired: [Item] { items.filter { !$0.isChecked && !$0.isOptional } }

  /// The optional items that are not checked.
  public var uncheckedOptional: [Item] { items.filter { !$0.isChecked && $0.isOptional } }
}
