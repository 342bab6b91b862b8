@testable import SLOKit
@testable import slo_cli

/// Files and a command line, or a use of the library, that make one mistake.
struct MistakenInput {
  /// Where the mistake is stands behind this mark, which is taken out.
  private static let mark: Unicode.Scalar = "⟨"

  private let files: [String: String]
  /// A word that begins with `@` is the path of a file.
  private let words: [String]?
  private let library: ((TemporaryFolder) throws -> Void)?

  static let rules = "{ slo: 1, objectives: [{ name: 'A', sli: 'mean(x)', green: '<= 5' }] }"
  static let metrics = "x\n1\n2\n"

  private init(
    _ files: [String: String],
    words: [String]?,
    library: ((TemporaryFolder) throws -> Void)? = nil
  ) {
    self.files = files
    self.words = words
    self.library = library
  }

  /// What no command line makes for certain.
  static func library(_ body: @escaping (TemporaryFolder) throws -> Void) -> MistakenInput {
    MistakenInput(["metrics.csv": metrics], words: nil, library: body)
  }

  /// A command that is no check, and what it asks of the library.
  static func command(
    _ words: String...,
    rules: String? = MistakenInput.rules,
    library: @escaping (TemporaryFolder) throws -> Void
  ) -> MistakenInput {
    var files = ["metrics.csv": metrics]
    files["slo-rules.json5"] = rules
    return MistakenInput(files, words: words, library: library)
  }

  /// A check of metrics by rules beside them.
  static func check(
    _ options: String...,
    metrics: String = MistakenInput.metrics,
    rules: String? = MistakenInput.rules,
    files: [String: String] = [:]
  ) -> MistakenInput {
    var files = files
    files["metrics.csv"] = metrics
    files["slo-rules.json5"] = rules
    return MistakenInput(files, words: ["check", "@metrics.csv"] + options)
  }

  /// Rules with these members behind their version.
  static func rules(_ members: String, metrics: String = MistakenInput.metrics) -> MistakenInput {
    check(metrics: metrics, rules: "{ slo: 1, \(members) }")
  }

  /// Rules with one objective, which is written out, and further members behind it.
  static func objective(
    _ sli: String,
    _ rest: String = "green: '<= 5'",
    _ members: String = ""
  ) -> MistakenInput {
    rules("objectives: [{ name: 'A', sli: '\(sli)', \(rest) }], \(members)")
  }
}

extension MistakenInput {
  /// The words with the paths of their files; `nil` when there is no command line.
  func words(in folder: TemporaryFolder) -> [String]? {
    words?.map { $0.hasPrefix("@") ? folder.file(String($0.dropFirst())) : $0 }
  }

  func write(to folder: TemporaryFolder) throws {
    for (name, text) in files {
      var text = text
      text.unicodeScalars.removeAll { $0 == Self.mark }
      try folder.write(text, to: name)
    }
  }

  /// Where the mark is, as `file:line:column`.
  var place: String? {
    for (name, text) in files {
      let scalars = Array(text.unicodeScalars)
      guard let mark = scalars.firstIndex(of: Self.mark) else { continue }
      let lines = scalars[..<mark].split(separator: "\n", omittingEmptySubsequences: false)
      return "\(name):\(lines.count):\(lines[lines.count - 1].count + 1)"
    }
    return nil
  }

  /// What the library says.
  func mistakes(in folder: TemporaryFolder) throws -> [Diagnostic] {
    do {
      if let library { try library(folder) } else { try check(in: folder) }
      return []
    } catch let mistakes as Diagnostics {
      return mistakes.items
    } catch let mistake as Diagnostic {
      return [mistake]
    }
  }

  private func check(in folder: TemporaryFolder) throws {
    let words = words(in: folder) ?? []
    let arguments = try CommandLineReader.read(words.dropFirst(), for: Check.command)
    let console = CapturedConsole().console()
    let evaluation = try Check.evaluate(
      arguments[Check.files].map { .file($0) },
      paths: arguments[Check.files],
      arguments,
      try RunInput(arguments),
      drawsSeries: false,
      console
    )
    _ = try Check.outputs(arguments).write(evaluation, console)
  }
}
