@testable import SLOKit

/// The bytes of a checklist: nothing in it may hide an item, or tick one that is not ticked.
enum ChecklistsTarget {
  static func run(_ bytes: [UInt8]) {
    let items = items(of: bytes)
    let lines = bytes.split(omittingEmptySubsequences: false) { $0 == .lineFeed }
    if !bytes.contains(.carriageReturn) {
      for item in items ?? [] {
        require(1...lines.count ~= item.line, "an item on line \(item.line) of \(lines.count)")
        let line = String(decoding: lines[item.line - 1], as: UTF8.self)
        let box = item.isChecked ? ["[x]", "[X]"] : ["[ ]"]
        require(box.contains { line.contains($0) }, "'\(line)' is checked: \(item.isChecked)")
      }
      let withReturns = Array(lines.joined(separator: [.carriageReturn, .lineFeed]))
      require(self.items(of: withReturns) == items, "the line ends make a difference")
    }
    checkHiding(bytes, items)
  }

  /// Requires that an open item behind the text is found, or that something is wrong.
  private static func checkHiding(_ bytes: [UInt8], _ items: [Checklist.Item]?) {
    guard let all = self.items(of: bytes + Array("\n\n- [ ] last\n".utf8)) else { return }
    require(all.last?.text == "last" && all.last?.isChecked == false, "the last item is hidden")
    require(items == nil || all.count == (items?.count ?? 0) + 1, "an item behind changes others")
    let checklist = try? Checklist(text: String(decoding: bytes, as: UTF8.self), name: "list.md")
    guard let checklist, let last = all.last, !last.isOptional else { return }
    let open = String(decoding: bytes, as: UTF8.self) + "\n\n- [ ] last\n"
    let evaluation = judged(with: try? Checklist(text: open, name: "list.md"))
    require(evaluation?.decision == .hold, "a GO although the last item is open")
    require(
      judged(with: checklist)?.decision.isGo == checklist.uncheckedRequired.isEmpty,
      "the checklist does not decide as its items say"
    )
  }

  /// A run on which everything else is good, judged with a checklist.
  private static func judged(with checklist: Checklist?) -> Evaluation? {
    guard let checklist else { return nil }
    let rules = try? RuleSet(
      text: "{ slo: 1, objectives: [{ name: 'a', sli: 'mean(x)', green: '<= 5' }] }",
      source: "rules.json5"
    )
    let options = EvaluationOptions(checklists: [checklist])
    let evaluation = try? rules?.evaluate(.text("x\n1\n2\n", name: "metrics.csv"), options: options)
    evaluation?.check(reports: false)
    return evaluation
  }

  /// The items, or `nil` when something is wrong, which must have a place.
  private static func items(of bytes: [UInt8]) -> [Checklist.Item]? {
    let source = SourceText(name: "list.md", bytes: bytes)
    do throws(Diagnostics) {
      return try ChecklistReader.items(of: source)
    } catch {
      error.check(in: source)
      return nil
    }
  }
}
