/// The samples of one chunk, column by column, in base units.
///
/// NaN stands for NA. A batch is filled again for each chunk, so that its memory is asked for once.
struct SampleBatch: Sendable {
  private(set) var count = 0
  let columnCount: Int
  /// The values of all columns, each with room for ``capacity`` samples.
  var values: [Double] = []
  private(set) var capacity = 0
  /// The time of each sample, `nil` where it is NA; empty when there is no time column.
  var times: [Timestamp?] = []
  /// How the times are written: each form with the index of the first sample that has it, in place
  /// of its line.
  private var timeForms = TimestampForms()
  /// The line that each sample begins on, where it is not simply the next one.
  private var lines: [Int] = []
  private var firstLine = 0

  init(columnCount: Int) {
    self.columnCount = columnCount
  }
}

// MARK: - Filling

extension SampleBatch {
  /// Drops all samples and makes room for others; values and times are NA until they are set.
  ///
  /// Only the `absent` columns are cleared: whoever fills the batch sets the others on every sample.
  mutating func reset(capacity: Int, hasTime: Bool, absent: [Int]) {
    count = 0
    timeForms = TimestampForms()
    lines.removeAll(keepingCapacity: true)
    self.capacity = capacity
    let needed = capacity * columnCount
    if values.count < needed {
      values = Array(repeating: .nan, count: needed)
    }
    for column in absent {
      let first = firstIndex(of: column)
      for index in first..<first + capacity { values[index] = .nan }
    }
    if !hasTime {
      times = []
    } else if times.count < capacity {
      times = Array(repeating: nil, count: capacity)
    }
  }

  /// Says that `count` samples were set, the first one on `firstLine` and each on the next line.
  mutating func finish(count: Int, firstLine: Int) {
    self.count = count
    self.firstLine = firstLine
  }

  /// Says that as many samples were set as there are lines, on which they begin.
  mutating func finish(lines: [Int]) {
    count = lines.count
    self.lines = lines
  }

  /// Says that the next sample begins on `line`; its values are set then.
  mutating func beginSample(line: Int) {
    lines.append(line)
    count += 1
  }

  /// Sets a value of the sample that began last.
  mutating func set(_ value: Double, column: Int) {
    values[column * capacity + count - 1] = value
  }

  /// Sets the values of a column on all samples.
  mutating func set(_ columnValues: [Double], column: Int) {
    let first = firstIndex(of: column)
    for index in columnValues.indices { values[first + index] = columnValues[index] }
  }

  /// Says how the time of the sample at `index` is written, which comes after all samples so far.
  mutating func note(_ form: TimestampForm, at index: Int) {
    timeForms.add(form, line: index)
  }

  /// Sets the time of the sample that began last.
  mutating func set(_ time: Timestamp?) {
    times[count - 1] = time
  }
}

// MARK: - Reading

extension SampleBatch {
  /// The line that the sample at `index` begins on.
  func line(at index: Int) -> Int {
    lines.isEmpty ? firstLine + index : lines[index]
  }

  /// The time of the sample at `index`.
  func time(at index: Int) -> Timestamp? {
    times.isEmpty ? nil : times[index]
  }

  /// How the times are written.
  var forms: TimestampForms {
    var forms = TimestampForms()
    for sighting in timeForms.sightings { forms.add(sighting.form, line: line(at: sighting.line)) }
    return forms
  }

  /// Where in ``values`` those of a column are.
  func range(of column: Int) -> Range<Int> {
    firstIndex(of: column)..<firstIndex(of: column) + count
  }

  /// Where in ``values`` those of a column begin.
  func firstIndex(of column: Int) -> Int { column * capacity }

  /// The values of a column, as a list of their own.
  func values(of column: Int) -> [Double] {
    Array(values[range(of: column)])
  }
}
