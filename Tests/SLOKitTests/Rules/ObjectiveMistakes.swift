@testable import SLOKit

extension RuleMistake {
  /// Mistakes in objectives.
  static let objectives: [RuleMistake] = [
    RuleMistake(.invalidValue, "objectives: ⟨[]⟩", "there is no objective"),
    RuleMistake(
      .wrongType,
      "objectives: ⟨{}⟩",
      "expected 'objectives' to be an array, found an object"
    ),
    RuleMistake(
      .missingKey,
      "objectives: [⟨{ name: 'O', sli: 'mean(x)' }⟩]",
      "the objective 'O' has no green band",
      hint: "add  green: \"<= …\",  or role: \"info\" when it shall only be shown"
    ),
    RuleMistake(
      .missingKey,
      "objectives: [{ name: 'O', sli: 'mean(x)', role: 'info', yellow: ⟨'<= 1'⟩ }]",
      "a band without a green one",
      hint: "add  green: \"…\","
    ),
    RuleMistake(
      .missingKey,
      "objectives: [⟨{ name: 'O', green: '<= 1' }⟩]",
      "an objective has no indicator",
      hint: "add  sli: \"mean(…)\","
    ),
    RuleMistake(
      .missingKey,
      "objectives: [⟨{ sli: 'mean(x)', green: '<= 1' }⟩]",
      "an objective has no name",
      hint: "add  name: \"…\","
    ),
    within(
      .invalidValue,
      "yellow: '<= 2', red: ⟨'> 3'⟩",
      "an objective has either a yellow or a red band, not both",
      hint: "with 'yellow' the rest is red; with 'red' the rest is yellow"
    ),
    within(
      .unknownKey,
      "⟨mandatry⟩: true",
      "unknown key 'mandatry' in an objective",
      hint: "did you mean 'mandatory'?"
    ),
    within(
      .wrongType,
      "mandatory: ⟨'yes'⟩",
      "expected 'mandatory' to be true or false, found a string"
    ),
    within(.invalidValue, "weight: ⟨-1⟩", "expected 'weight' to be a number from 0"),
    within(.invalidValue, "role: ⟨'inof'⟩", "unknown role 'inof'", hint: "did you mean 'info'?"),
    within(
      .invalidValue,
      "role: 'info', mandatory: ⟨true⟩",
      "an objective that only informs cannot be mandatory"
    ),
    within(
      .invalidValue,
      "min_samples: ⟨'3s'⟩",
      "expected 'min_samples' to be a whole number up to 2^53, found '3s'"
    ),
    within(
      .invalidValue,
      "min_coverage: ⟨'120%'⟩",
      "expected 'min_coverage' to be a share such as 80%, found '120%'",
      hint: "a bare number is a ratio from 0 to 1"
    ),
  ]
}
