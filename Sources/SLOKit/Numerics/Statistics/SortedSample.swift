/// The values of a sample in ascending order, as the statistics of ranks want them.
///
/// NaN stands for NA and is left out. Infinities are values beyond all finite ones; equal ones tie.
/// Sorting takes O(n log n), once for all statistics over a sample.
struct SortedSample: Sendable, Hashable {
  let values: [Double]

  init(_ values: some Sequence<Double>) {
    self.values = values.filter { !$0.isNaN }.sorted()
  }
}

extension SortedSample {
  var count: Int { values.count }

  var isEmpty: Bool { values.isEmpty }

  /// Whether no value is infinite.
  var isFinite: Bool {
    (values.first?.isFinite ?? true) && (values.last?.isFinite ?? true)
  }

  /// How many values are less than `limit`, in O(log n).
  func count(below limit: Double) -> Int {
    prefixLength { $0 < limit }
  }

  /// How many values are greater than `limit`, in O(log n).
  func count(above limit: Double) -> Int {
    count - prefixLength { $0 <= limit }
  }

  /// The length of the prefix that `belongs`, found by bisection.
  private func prefixLength(_ belongs: (Double) -> Bool) -> Int {
    var range = values.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = belongs(values[middle]) ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
