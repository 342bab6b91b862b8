extension Recommend {
  /// Refuses options that contradict each other, or that mean nothing without another one.
  static func checkCombination(_ arguments: ParsedArguments) throws(UsageError) {
    let hasPresentRules = arguments[rules] ?? arguments[preset] ?? arguments[update] != nil
    let given = arguments.options.map { "--\($0.name)" }
    for pair in [("--rules", "--preset"), ("--rules", "--update"), ("--preset", "--update")]
    where given.contains(pair.0) && given.contains(pair.1) {
      throw .conflictingOptions(pair.0, pair.1)
    }
    for option in ["--set", "--env-file", "--phase"]
    where given.contains(option) && !hasPresentRules {
      throw .missingCompanion(option: option, companions: ["--rules", "--preset", "--update"])
    }
    if arguments[diff] {
      guard arguments[rules] ?? arguments[update] != nil else {
        throw .missingCompanion(option: "--diff", companions: ["--rules", "--update"])
      }
      // A diff is all that is printed then, and nothing is written.
      for option in ["--emit-rules", "--output", "--format"] where given.contains(option) {
        throw .conflictingOptions("--diff", option)
      }
    }
  }
}
