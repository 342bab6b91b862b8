/// The samples of one chunk, column by column, in base units.
///
/// NaN stands for NA. A column that the file lacks is empty here and reads as NA.
struct SampleBatch: Sendable {
  private(set) var count = 0
  private(set) var columns: [[Double]]
  /// The time of each sample; `nil` where it is NA or there is no time column.
  private(set) var times: [Timestamp?] = []
  /// The line that each sample begins on.
  private(set) var lines: [Int] = []

  init(columnCount: Int) {
    columns = Array(repeating: [], count: columnCount)
  }
}

extension SampleBatch {
  /// Creates a batch of samples that are known column by column; `times` is empty when there is
  /// no time column.
  init(lines: [Int], times: [Timestamp?], columns: [[Double]]) {
    count = lines.count
    self.lines = lines
    self.times = times
    self.columns = columns
  }

  /// Begins a sample; its values follow.
  mutating func beginSample(line: Int) {
    count += 1
    lines.append(line)
  }

  mutating func append(_ value: Double, to column: Int) {
    columns[column].append(value)
  }

  mutating func append(_ time: Timestamp?) {
    times.append(time)
  }

  /// The time of the sample at `index`.
  func time(at index: Int) -> Timestamp? {
    times.isEmpty ? nil : times[index]
  }

  /// The values of a column, NaN throughout when the file lacks it.
  func values(of column: Int) -> [Double] {
    columns[column].isEmpty ? Array(repeating: .nan, count: count) : columns[column]
  }

  /// The samples on which `truths` is true.
  func selected(by truths: [Truth]) -> SampleBatch {
    let kept = truths.indices.filter { truths[$0] == .true }
    guard kept.count < count else { return self }
    var batch = SampleBatch(columnCount: columns.count)
    batch.count = kept.count
    batch.columns = columns.map { values in values.isEmpty ? [] : kept.map { values[$0] } }
    batch.times = times.isEmpty ? [] : kept.map { times[$0] }
    batch.lines = kept.map { lines[$0] }
    return batch
  }
}
