/// How a timestamp is written.
///
/// A column has one form: where seconds stand beside milliseconds, or times with a zone beside
/// times without one, some of them are not the moments they seem to be.
enum TimestampForm: Sendable, Hashable {
  case zonedDate, localDate
  case seconds, milliseconds, microseconds, nanoseconds
}

extension TimestampForm {
  /// The form of a cell that holds a timestamp.
  init(of bytes: Span<UInt8>, in cell: Range<Int>) {
    guard cell.count > 4, bytes[cell.lowerBound + 4] == .minus,
      bytes[cell.lowerBound].isDigit, bytes[cell.lowerBound + 1].isDigit
    else {
      self.init(magnitude: DecimalParser.parse(bytes, in: cell).map { abs($0) } ?? 0)
      return
    }
    // Behind the date, a sign or a letter begins the zone.
    let isZoned = cell.dropFirst(11).contains { place in
      let byte = bytes[place]
      return byte == .plus || byte == .minus || byte.isLetter
    }
    self = isZoned ? .zonedDate : .localDate
  }

  /// The unit of a number since 1970.
  ///
  /// Seconds reach 10^11 in the year 5138, and milliseconds pass it in 1973.
  init(magnitude: Double) {
    switch magnitude {
    case ..<1e11: self = .seconds
    case ..<1e14: self = .milliseconds
    case ..<1e17: self = .microseconds
    default: self = .nanoseconds
    }
  }

  /// Whether it is a number since 1970.
  var isNumber: Bool {
    switch self {
    case .zonedDate, .localDate: false
    case .seconds, .milliseconds, .microseconds, .nanoseconds: true
    }
  }

  /// The power of ten that makes nanoseconds of a number of this form; `nil` for a date.
  var powerOfTen: Int? {
    switch self {
    case .zonedDate, .localDate: nil
    case .seconds: 9
    case .milliseconds: 6
    case .microseconds: 3
    case .nanoseconds: 0
    }
  }
}

extension TimestampForm: CustomStringConvertible {
  /// What a column of it holds, for a sentence.
  var description: String {
    switch self {
    case .zonedDate: "a date with a zone"
    case .localDate: "a date without a zone"
    case .seconds: "a number of seconds"
    case .milliseconds: "a number of milliseconds"
    case .microseconds: "a number of microseconds"
    case .nanoseconds: "a number of nanoseconds"
    }
  }
}

/// The forms of the timestamps in a part of a file, each with the first line that has it.
struct TimestampForms: Sendable, Hashable {
  struct Sighting: Sendable, Hashable {
    let form: TimestampForm
    let line: Int
  }

  /// In the order of the file.
  private(set) var sightings: [Sighting] = []

  /// Takes in a timestamp that comes after all others.
  mutating func add(_ form: TimestampForm, line: Int) {
    guard !sightings.contains(where: { $0.form == form }) else { return }
    sightings.append(Sighting(form: form, line: line))
  }

  /// Takes in those of the part that follows.
  mutating func merge(_ next: TimestampForms) {
    for sighting in next.sightings { add(sighting.form, line: sighting.line) }
  }
}
