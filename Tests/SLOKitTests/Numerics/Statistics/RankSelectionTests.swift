import Testing

@testable import SLOKit

struct RankSelectionTests {
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `every rank is that of the sorted values`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...8, using: &generator)
    let finite = (0..<count).map { _ in generator.nextFinite() }
    let values = finite + generator.wholeNumbers(4, limit: 2) + [.infinity, -0.0]
    let selection = RankSelection(values)
    #expect((1...values.count).map(selection.value) == values.sorted())
  }

  @Test func `a median is in the middle`() {
    #expect(RankSelection([3, 1, 2]).median == 2)
    #expect(RankSelection([3, 1, 2, 10]).median == 2.5)
    #expect(RankSelection([1.5e308, 1.7e308]).median == 1.6e308)
    #expect(RankSelection([-.infinity, .infinity]).median.isNaN)
    #expect(RankSelection([Double]()).median.isNaN)
  }

  @Test func `keys of doubles are ordered as they are`() {
    let values = [-.infinity, -1e300, -1, -0x1p-1074, 0, 0x1p-1074, 1, 1e300, .infinity]
    let keys = values.map(\.orderKey)
    #expect(keys == keys.sorted())
    #expect(keys.map(Double.init(orderKey:)) == values)
    #expect((-0.0).orderKey == 0.0.orderKey)
    #expect(1.0.nextUp.orderKey == 1.0.orderKey + 1)
    #expect((-1.0).nextUp.orderKey == (-1.0).orderKey + 1)
  }
}
