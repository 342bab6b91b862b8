import SLOKit

/// The command that judges an archive: that of the archived run, with the copies in place of the
/// files that it named.
struct ArchivedCommand {
  /// A file of the archive, and where it comes from.
  struct Copy: Sendable, Hashable {
    let name: String
    let path: String
  }

  static let metricsFile = "metrics.csv"
  static let rulesFile = RuleSource.fileNames[0]
  static let scriptFile = "check.sh"

  /// The copies, the metrics first; the rules are not among them, which may come from a preset.
  let copies: [Copy]

  /// The command line of `check` in the folder of the archive.
  let arguments: ParsedArguments

  /// Options that say where the rules and the result are, and nothing about the decision.
  private static let omitted = ["to", "rules", "preset", "threads", "quiet"]

  /// Takes over the arguments of `slo-cli archive`.
  init(_ archiving: ParsedArguments) {
    var copies = [Copy(name: Self.metricsFile, path: archiving[Archive.file])]
    var entries = [ParsedArguments.Entry(name: "rules", values: [Self.rulesFile])]
    for entry in archiving.options where !Self.omitted.contains(entry.name) {
      guard let (stem, ending) = Self.fileName(of: entry.name) else {
        entries.append(entry)
        continue
      }
      var names: [String] = []
      for path in entry.values {
        // Numbers keep files apart that have the same name in different folders.
        let name = "\(stem)-\(names.count + 1)\(ending)"
        names.append(name)
        copies.append(Copy(name: name, path: path))
      }
      entries.append(ParsedArguments.Entry(name: entry.name, values: names))
    }
    self.copies = copies
    arguments = ParsedArguments(
      options: entries,
      positionals: [
        ParsedArguments.Entry(
          name: Check.files.declaration.placeholder,
          values: [Self.metricsFile]
        )
      ]
    )
  }

  /// What the files are called that an option names; `nil` for an option that names none.
  private static func fileName(of option: String) -> (stem: String, ending: String)? {
    switch option {
    case RunInput.environmentFile.declaration.name: ("variables", ".env")
    case RunInput.baseline.declaration.name: ("baseline", ".csv")
    case Check.checklist.declaration.name: ("checklist", ".md")
    default: nil
    }
  }
}

extension ArchivedCommand {
  /// A shell script that judges the archive again, and says where its files come from.
  func script(rules: RuleSource) -> String {
    let origin =
      switch rules {
      case .file(let path): path
      case .preset(let preset): "the preset \(preset.name)"
      }
    let files = copies + [Copy(name: Self.rulesFile, path: origin)]
    let origins = files.map { "#   \($0.name): \($0.path.escapedForTerminal)\n" }.joined()
    let options = arguments.options.flatMap { entry in
      // A flag has no value.
      entry.values.map { $0.isEmpty ? "--\(entry.name)" : "--\(entry.name)=\($0)".quotedForShell }
    }
    return """
      #!/bin/sh
      # Judges the files of this folder again:
      #   sh check.sh --format json | cmp - report.json
      # It uses slo-cli, or what SLO_CLI names. This folder was made by slo-cli \(Version.current) from
      \(origins)cd -- "$(dirname -- "$0")" || exit 66
      exec "${SLO_CLI:-slo-cli}" check \(options.joined(separator: " ")) "$@" -- \(Self.metricsFile)

      """
  }

  /// Says which copies a message names, whose reader knows the originals only.
  func originNotes(for message: String) -> [String] {
    copies.filter { message.contains($0.name) && $0.name != $0.path }
      .map { "note: \($0.name) is the copy of '\($0.path.escapedForTerminal)'" }
  }
}
