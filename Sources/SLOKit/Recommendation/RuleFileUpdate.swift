/// A rule file with the suggested targets in place of the present ones, everything else as it was.
public struct RuleFileUpdate: Sendable, Hashable {
  /// The rule file's name.
  public let source: String

  /// The text before.
  public let original: String

  /// The text after: only literals of targets differ.
  public let text: String

  /// The objectives whose targets changed, by name.
  public let changed: [String]

  /// What was left as it is although something is proposed for it, with the reason.
  public let skipped: [String]

  /// The change as a unified diff; empty when there is none.
  public var diff: String { UnifiedDiff.text(from: original, to: text, file: source) }
}

extension Recommendation {
  /// Puts the suggested targets into the rule file that they were drafted for.
  ///
  /// A green limit becomes the suggested one, a yellow or red limit the red one; a limit that is a
  /// variable changes where the variable is set, unless it was given another value. Of a draft for one
  /// phase, only what that phase has of its own changes. Of five or more runs, a target changes only
  /// where they are a clear reason to (``TargetRecommendation/revision``). What would make the rules
  /// contradict themselves is skipped.
  ///
  /// - Returns: The update; `nil` without rules.
  public func ruleFileUpdate() -> RuleFileUpdate? {
    guard rules != nil else { return nil }
    var editor = RuleFileEditor(
      samples.rules.text,
      phase: phases.count == 1 ? phases.first : nil,
      overridden: overrides.map(\.name)
    )
    for (index, target) in targets.enumerated() {
      guard target.present != nil else { continue }
      if let revision = target.revision, revision.advice == .keep {
        guard target.isProposed else { continue }
        editor.skip(
          target.name,
          because:
            "the runs are no clear reason to change it (\(revision.reasons.joined(by: "; ")))"
        )
      } else if let green = target.revision?.limit ?? target.proposal?.suggested {
        editor.put(green, red: target.proposal?.red, into: index, named: target.name)
      }
    }
    return editor.update
  }
}
