import Testing

@testable import SLOKit

@Suite("Mistakes in expressions")
struct ExpressionMistakeTests {
  @Test(
    arguments: ExpressionMistake.signs + ExpressionMistake.words + ExpressionMistake.structure
  )
  func `a syntax error is named at its place`(mistake: ExpressionMistake) throws {
    let marked = MarkedText(mistake.marked)
    let expected = TextError(
      mistake.code,
      mistake.message,
      at: try #require(marked.ranges.first),
      hint: mistake.hint
    )
    #expect(throws: expected) { try Expression(parsing: marked.text) }
  }

  @Test(arguments: [("(", ")"), ("-", ""), ("not ", ""), ("mean(", ")")])
  func `nesting ends at 64 levels`(open: String, close: String) throws {
    func nested(_ levels: Int) -> String {
      String(repeating: open, count: levels) + "a" + String(repeating: close, count: levels)
    }
    #expect(throws: Never.self) { try Expression(parsing: nested(64)) }
    let error = #expect(throws: TextError.self) { try Expression(parsing: nested(65)) }
    #expect(error?.code == .tooDeep)
    #expect(error?.message == "more than 64 levels of nesting")
    #expect(error?.hint == "name a part of it under 'define'")
    #expect(throws: TextError.self) { try Expression(parsing: nested(100_000)) }
  }

  @Test(arguments: [" + ", " and ", " / ", " or ", " "])
  func `a chain of ten thousand terms is refused`(joint: String) {
    let text = Array(repeating: "a", count: 10_000).joined(separator: joint)
    let error = #expect(throws: TextError.self) { try Expression(parsing: text) }
    #expect(error?.code == .tooLarge)
    #expect(error?.message == "more than 400 names, numbers and signs in one expression")
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `changed expressions are read or refused`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let original = Array("if(a > 1% and b not in ('x', 'y'), -mean(`c d`), $v * 2m) for 3 samples")
    let favourites = Array("()'`$,.<>=!%/*+-0e \n\té∑")
    for _ in 0..<100 {
      var text = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: text.indices, using: &generator)
        text[index] = favourites[Int.random(in: favourites.indices, using: &generator)]
      }
      do {
        _ = try Expression(parsing: String(text))
      } catch {
        #expect(error.range.upperBound <= String(text).utf8.count)
        #expect(!error.message.isEmpty)
      }
    }
  }
}
