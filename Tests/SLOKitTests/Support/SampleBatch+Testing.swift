@testable import SLOKit

extension SampleBatch {
  /// A batch of one column from the line `line` on; a time that is `nil` is NA, and without times
  /// there is no time column.
  init(_ values: [Double], seconds: [Double?] = [], line: Int = 2) {
    self.init(columnCount: 1)
    for index in 0..<max(values.count, seconds.count) {
      beginSample(line: line + index)
      if !values.isEmpty { append(values[index], to: 0) }
      if !seconds.isEmpty {
        append(seconds[index].map { Timestamp(nanoseconds: Int64($0 * 1e9)) })
      }
    }
  }
}
