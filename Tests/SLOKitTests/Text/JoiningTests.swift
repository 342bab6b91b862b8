import Testing

@testable import SLOKit

@Suite("Texts in a row")
struct JoiningTests {
  @Test(arguments: [[], [""], ["a"], ["a", ""], ["a", "ß", "👩‍💻"], ["", "", ""]])
  func `texts are joined as the standard library joins them`(texts: [String]) {
    #expect(texts.joined(by: ", ") == texts.joined(separator: ", "))
  }
}
