@testable import SLOKit

extension SampleBatch {
  /// A batch of one column from the line `line` on; a time that is `nil` is NA, and without times
  /// there is no time column.
  init(_ values: [Double], seconds: [Double?] = [], line: Int = 2) {
    self.init(columnCount: 1)
    let count = max(values.count, seconds.count)
    reset(capacity: count, hasTime: !seconds.isEmpty, absent: [])
    for index in 0..<count {
      beginSample(line: line + index)
      set(values.isEmpty ? .nan : values[index], column: 0)
      if !seconds.isEmpty {
        set(seconds[index].map { Timestamp(nanoseconds: Int64($0 * 1e9)) })
      }
    }
  }

  /// The lines that the samples begin on.
  var lines: [Int] { (0..<count).map { line(at: $0) } }
}

extension SampleReader {
  /// The samples of a chunk, in a batch of their own.
  func batch(_ chunk: Chunk, from position: Int = 0) throws(TextError) -> SampleBatch {
    var batch = SampleBatch(columnCount: columnCount)
    var ends = FieldEnds()
    _ = try read(chunk, from: position, into: &batch, using: &ends)
    return batch
  }
}

extension MetricsReader {
  /// The next chunk, in memory of its own.
  func nextChunk() -> NumberedChunk? {
    var memory: [UInt8] = []
    return nextChunk(reusing: &memory)
  }
}
