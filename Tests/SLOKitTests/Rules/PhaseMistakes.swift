@testable import SLOKit

extension RuleMistake {
  /// Mistakes in `phases`.
  static let phases: [RuleMistake] = [
    .beside(.wrongType, "phases: ⟨1⟩", "expected 'phases' to be an array, found a number"),
    .beside(
      .missingKey,
      "phases: [⟨{ from: '0h' }⟩]",
      "a phase has no name",
      hint: "add  name: \"…\","
    ),
    .beside(
      .nameClash,
      "phases: [{ name: 'a', to: '1h' }, { name: ⟨'a'⟩, from: '1h' }]",
      "two phases are called 'a'"
    ),
    .beside(
      .missingKey,
      "phases: [⟨{ name: 'a' }⟩]",
      "nothing says which samples belong to the phase 'a'",
      hint: "add  from: \"0h\", to: \"2h\"  or  where: \"…\""
    ),
    .beside(
      .unknownKey,
      "phases: [{ name: 'a', ⟨form⟩: '0h', to: '1h' }]",
      "unknown key 'form' in a phase",
      hint: "did you mean 'from'?"
    ),
    .beside(
      .invalidValue,
      "phases: [{ name: 'a', from: '2h', to: ⟨'1h'⟩ }]",
      "the phase 'a' ends before it begins",
      hint: "'from' is included, 'to' is not"
    ),
    .beside(
      .invalidValue,
      "phases: [{ name: 'a', from: ⟨'2MB'⟩ }]",
      "expected 'from' to be a time from the first sample or a moment, found '2MB'",
      hint: "for example 2h or 2025-11-24T14:00:00Z"
    ),
    .beside(
      .invalidValue,
      "phases: [{ name: 'a', from: '0h', to: '3h' }, ⟨{ name: 'b', from: '2h', to: '4h' }⟩]",
      "the phases 'a' and 'b' overlap",
      hint: "a sample belongs to one phase only"
    ),
    .beside(
      .invalidValue,
      "phases: ⟨[{ name: 'a', from: '0h', judge: false }]⟩",
      "no phase is judged"
    ),
    .beside(
      .unknownKey,
      "phases: [{ name: 'a', from: '0h', objectives: { ⟨P⟩: { green: '<= 2' } } }]",
      "no objective is called 'P'",
      hint: "objectives are O"
    ),
    .beside(
      .contradictoryBands,
      "phases: [{ name: 'a', from: '0h', objectives: { O: { green: '<= 2', yellow: ⟨'<= 1'⟩ } } }]",
      "the yellow band '<= 1' is stricter than the green band '<= 2', so nothing is ever yellow",
      hint: "yellow must reach further than green"
    ),
    .beside(
      .unknownKey,
      "phases: [{ name: 'a', from: '0h', require: { ⟨clean⟩: true } }]",
      "unknown key 'clean' in 'require'",
      hint: "keys are samples, duration, gap, coverage"
    ),
  ]
}
