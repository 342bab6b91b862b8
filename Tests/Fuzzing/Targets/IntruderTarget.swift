@testable import SLOKit

/// Somebody who chooses the name of a column and the texts in it, and nothing else.
///
/// The names of hosts, endpoints and test cases come from outside, and a collector writes them into
/// the metrics with the quotes that RFC 4180 asks for. Whatever they are, the run is judged as it
/// would be without them, or not at all.
enum IntruderTarget {
  static func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let run = HonestRun(&source)
    guard let rules = RuleSet.checked(SourceText(name: "rules.json5", text: run.rules)) else {
      fatalError("rules that do not fit themselves:\n\(run.rules)")
    }
    let delimiter = source.pick([.comma, .comma, .semicolon, .tab] as [UInt8])
    let honest = Outcome(rules, csv(run.table, delimiter))
    require(
      honest.evaluation?.decision.rawValue == run.decision,
      "expected \(run.decision):\n\(honest.text)\n\(run.rules)\n\(run.table)"
    )
    var table = run.table
    for _ in 0...source.number(below: 2) { insertColumn(into: &table, &source) }
    let metrics = csv(table, delimiter)
    let intruded = Outcome.checked(rules, metrics)
    guard let evaluation = intruded.evaluation else { return }
    require(
      evaluation.decision == honest.evaluation?.decision
        && evaluation.values == honest.evaluation?.values,
      """
      a column that no rule names changes the judgement:
      \(String(decoding: metrics, as: UTF8.self))
      \(intruded.text)
      without it:
      \(honest.text)
      """
    )
  }

  /// Adds a column of which every byte comes from the intruder.
  private static func insertColumn(into table: inout [[[UInt8]]], _ source: inout ByteSource) {
    let place = source.number(below: table[0].count + 1)
    let cell = source.text()
    let name = source.text()
    let isSame = source.isTrue()
    for row in table.indices {
      table[row].insert(row == 0 ? name : isSame ? cell : source.text(), at: place)
    }
  }

  /// The table as collectors write it: only what RFC 4180 asks for stands in quotes.
  private static func csv(_ table: [[[UInt8]]], _ delimiter: UInt8) -> [UInt8] {
    let special = [delimiter, .quote, .lineFeed, .carriageReturn]
    let lines = table.map { row in
      row.map { cell in
        guard cell.contains(where: special.contains) else { return cell }
        return [.quote] + cell.flatMap { $0 == .quote ? [$0, $0] : [$0] } + [.quote]
      }
      .joined(separator: [delimiter])
    }
    return Array(lines.map { Array($0) }.joined(separator: [.lineFeed])) + [.lineFeed]
  }
}

extension Evaluation {
  /// What the objectives are judged by.
  fileprivate var values: [[Double?]] {
    phases.map { $0.objectives.map(\.value) } + [requirements.map(\.value)]
  }
}
