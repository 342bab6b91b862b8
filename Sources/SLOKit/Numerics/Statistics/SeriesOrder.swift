/// How far a series is from being sorted.
///
/// A merge sort from the bottom up that counts: Knuth, 1998, "The art of computer programming",
/// volume 3, sections 5.1.1 and 5.2.4. O(n log n). Without NaN.
struct SeriesOrder: Sendable {
  /// The values in ascending order.
  private(set) var sorted: [Double]

  /// How many pairs are in the wrong order: the first greater than the second.
  private(set) var inversionCount = 0

  init(_ values: [Double]) {
    sorted = values
    var merged = values
    var width = 1
    while width < sorted.count {
      for start in stride(from: 0, to: sorted.count, by: 2 * width) {
        let middle = min(start + width, sorted.count)
        merge(start..<middle, middle..<min(middle + width, sorted.count), into: &merged)
      }
      swap(&sorted, &merged)
      width *= 2
    }
  }

  /// Merges two neighbouring sorted runs into the same places of `merged`.
  private mutating func merge(
    _ first: Range<Int>,
    _ second: Range<Int>,
    into merged: inout [Double]
  ) {
    var (left, right) = (first.lowerBound, second.lowerBound)
    for target in first.lowerBound..<second.upperBound {
      let takesLeft =
        right == second.upperBound
        || (left < first.upperBound && sorted[left] <= sorted[right])
      if takesLeft {
        merged[target] = sorted[left]
        left += 1
      } else {
        merged[target] = sorted[right]
        right += 1
        // It overtakes all that is left of the first run.
        inversionCount += first.upperBound - left
      }
    }
  }
}

extension SeriesOrder {
  /// The sizes of the groups of equal values.
  var tieSizes: [Int] {
    var sizes: [Int] = []
    var start = 0
    for index in sorted.indices
    where index + 1 == sorted.count || sorted[index + 1] != sorted[index] {
      sizes.append(index + 1 - start)
      start = index + 1
    }
    return sizes
  }
}
