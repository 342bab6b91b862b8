import SLOKit

/// A mistake in the command line.
enum UsageError: Error, Sendable, Hashable {
  case unknownCommand(String, candidates: [String])
  case unknownOption(String, candidates: [String])
  /// An option at the end of the line, with an empty value, or with an option behind it.
  case missingValue(option: String, placeholder: String, nextWord: String?)
  /// A flag with `=`.
  case unexpectedValue(option: String)
  case repeatedOption(String)
  /// More values than a run can hold open at once.
  case tooManyValues(String, limit: Int)
  /// A value outside of a closed set.
  case unknownValue(String, option: String, choices: [String])
  /// A value that does not have the form it must have.
  case malformedValue(String, option: String, expected: String)
  /// A word in front of a file that should be a format.
  case unknownFormat(String, word: String, option: String)
  case conflictingOptions(String, String)
  /// An option that means nothing without one of others.
  case missingCompanion(option: String, companions: [String])
  case missingArgument(placeholder: String)
  case unexpectedArgument(String)
}

extension UsageError {
  /// What was found, and what was expected.
  var message: String {
    switch self {
    case .unknownCommand(let word, _): "unknown command '\(word)'"
    case .unknownOption(let word, _): "unknown option '\(word)'"
    case .missingValue(let option, let placeholder, _):
      "option '\(option)' needs a value: \(option) \(placeholder)"
    case .unexpectedValue(let option): "option '\(option)' takes no value"
    case .repeatedOption(let option): "option '\(option)' is given more than once"
    case .tooManyValues(let name, let limit): "'\(name)' is given more than \(limit) times"
    case .unknownValue(let value, let option, let choices):
      "'\(value)' is not a value of '\(option)', expected \(choices.joinedAsAlternatives)"
    case .malformedValue(let value, let option, let expected):
      "'\(value)' is not a value of '\(option)', expected \(expected)"
    case .unknownFormat(let name, let word, let option):
      "unknown format '\(name)' in '\(option) \(word)'"
    case .conflictingOptions(let first, let second):
      "options '\(first)' and '\(second)' exclude each other"
    case .missingCompanion(let option, let companions):
      "option '\(option)' needs \(companions.joinedAsAlternatives) beside it"
    case .missingArgument(let placeholder): "missing argument \(placeholder)"
    case .unexpectedArgument(let word): "unexpected argument '\(word)'"
    }
  }

  /// What to do about it, where that is not plain from the message.
  var hint: String? {
    switch self {
    case .unknownCommand(let word, let candidates):
      spellingHint(for: word, among: candidates)
        ?? "the commands are \(candidates.joined(separator: ", "))"
    case .unknownOption(let word, let candidates), .unknownValue(let word, _, let candidates):
      spellingHint(for: word, among: candidates)
    case .missingValue(let option, _, let nextWord):
      nextWord.map { "if '\($0)' is the value, write '\(option)=\($0)'" }
    case .unknownFormat(let name, let word, _):
      formatHint(for: name) ?? "if that is the name of a file, write './\(word)'"
    case .unexpectedValue(let option): "write '\(option)' alone"
    case .repeatedOption, .conflictingOptions: "keep one of them"
    case .tooManyValues: "run the command several times"
    case .malformedValue, .missingCompanion, .missingArgument, .unexpectedArgument: nil
    }
  }
}

private func spellingHint(for word: String, among candidates: [String]) -> String? {
  nearestSpelling(to: word, among: candidates).map { "did you mean '\($0)'?" }
}

/// The format that is spelt nearly like the name, or that files with that ending have.
private func formatHint(for name: String) -> String? {
  let formats = ReportFormat.allCases.map(\.rawValue)
  return spellingHint(for: name, among: formats)
    ?? ReportFormat(fileName: ".\(name)").map { "did you mean '\($0.rawValue)'?" }
}

extension [String] {
  /// `text, markdown or json`.
  fileprivate var joinedAsAlternatives: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
