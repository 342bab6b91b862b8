/// How the cells of one field become the values of one column.
struct ColumnDecoder: Sendable {
  enum Kind: Sendable {
    /// A number, and what its base values lie between where the rules say so.
    case number(Unit?, ClosedRange<Double>?)
    /// A cell becomes the place of its text in this list, or −1 for any other text.
    case label([String])
    case time
    /// Looked at although no rule names it: what is not a number is NA.
    case unreferenced
  }

  let field: Int
  /// The column of the batch.
  let column: Int
  let name: String
  let kind: Kind
  let missing: MissingTokens
}

extension ColumnDecoder {
  /// Whether the field holds the time.
  var isTime: Bool {
    if case .time = kind { return true }
    return false
  }

  /// Sets the value of a cell on the sample that began last.
  func decode(
    _ field: RecordScanner.Field,
    in bytes: Span<UInt8>,
    to batch: inout SampleBatch
  ) throws(TextError) {
    switch kind {
    case .time:
      let time = try time(field, in: bytes)
      batch.set(time)
      guard time != nil else { return }
      let cell = MissingTokens.trimmed(field.range, in: bytes)
      batch.note(TimestampForm(of: bytes, in: cell), at: batch.count - 1)
    case .number, .label, .unreferenced:
      batch.set(try value(field, in: bytes), column: column)
    }
  }

  /// The value of a cell: NaN when it is NA, or when it holds a time.
  func value(
    _ field: RecordScanner.Field,
    in bytes: Span<UInt8>
  ) throws(TextError) -> Double {
    let cell = MissingTokens.trimmed(field.range, in: bytes)
    switch kind {
    case .number(let unit, let bounds):
      let value = try number(cell, of: field, unit: unit, in: bytes)
      if let bounds, value < bounds.lowerBound || value > bounds.upperBound {
        throw outside(bounds, field, unit: unit, in: bytes)
      }
      return value
    case .label(let texts): return label(field, cell, texts, in: bytes)
    case .unreferenced: return missing.number(in: bytes, cell, powerOfTen: 0) ?? .nan
    case .time: return .nan
    }
  }

  private func number(
    _ cell: Range<Int>,
    of field: RecordScanner.Field,
    unit: Unit?,
    in bytes: Span<UInt8>
  ) throws(TextError) -> Double {
    guard let number = missing.number(in: bytes, cell, powerOfTen: unit?.powerOfTen ?? 0) else {
      throw notANumber(field, in: bytes)
    }
    guard let unit else { return number }
    let value = unit.multiplier == 1 ? number : number * unit.multiplier
    guard unit.dimension == .ratio, !value.isNaN else { return value }
    // Collectors compute ratios in binary: 1.0000000000000002 is meant to be 1.
    guard (-1e-9...1 + 1e-9).contains(value) else {
      throw outOfRange(value, field, unit: unit, in: bytes)
    }
    return min(max(value, 0), 1)
  }

  private func label(
    _ field: RecordScanner.Field,
    _ cell: Range<Int>,
    _ texts: [String],
    in bytes: Span<UInt8>
  ) -> Double {
    if missing.contains(bytes, cell) { return .nan }
    let text = RecordScanner.Field(
      range: cell,
      isQuoted: field.isQuoted,
      hasEscapes: field.hasEscapes
    ).text(in: bytes)
    return texts.firstIndex(of: text).map(Double.init) ?? -1
  }

  /// The time in a cell, or `nil` when it is NA.
  func time(
    _ field: RecordScanner.Field,
    in bytes: Span<UInt8>
  ) throws(TextError) -> Timestamp? {
    let cell = MissingTokens.trimmed(field.range, in: bytes)
    if let time = TimestampParser.parse(bytes, in: cell) { return time }
    if missing.contains(bytes, cell) { return nil }
    throw TextError(
      .badTimestamp,
      "'\(shown(field, in: bytes))' in column '\(name)' is not a timestamp",
      at: field.range,
      hint: Self.timestampHint(bytes, in: cell)
    )
  }

  private static func timestampHint(_ bytes: Span<UInt8>, in cell: Range<Int>) -> String {
    if let number = DecimalParser.parse(bytes, in: cell), TimestampParser.isCalendarDate(number) {
      let digits = String(decoding: (0..<8).map { bytes[cell.lowerBound + $0] }, as: UTF8.self)
      return "a date is written \(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-"
        + "\(digits.suffix(2)); as seconds since 1970 it would be in 1970"
    }
    return "timestamps are RFC 3339, ISO 8601 or seconds since 1970; "
      + "another column is named with  time: { column: \"…\" }"
  }
}

// MARK: - Mistakes

extension ColumnDecoder {
  private func notANumber(_ field: RecordScanner.Field, in bytes: Span<UInt8>) -> TextError {
    let text = shown(field, in: bytes)
    let hint: String
    if let digits = Self.digits(withoutSeparators: text) {
      let parts = text.split(separator: ",")
      let decimal =
        parts.count == 2 ? ", or \(parts.joined(separator: ".")) with a decimal comma" : ""
      hint = "digits are not set apart: write \(digits)\(decimal)"
    } else if let points = text.codePoints {
      hint = "it has \(points) in it, which is no part of a number"
    } else if Double(decimalText: String(text.map { $0 == "," ? "." : $0 })) != nil {
      hint = "a decimal point is expected, not a decimal comma"
    } else if case .success(let quantity) = Quantity.parse(text), let unit = quantity.unit {
      hint =
        "a cell has no unit; write \(quantity.digits) and declare the column as \"\(unit.symbol)\""
    } else {
      hint = "when this means 'not measured', add it to the rule file:  na: [\"\(text)\"]"
    }
    return TextError(
      .notANumber,
      "'\(text)' in column '\(name)' is not a number",
      at: field.range,
      hint: hint
    )
  }

  /// The digits of a number that is set in groups of three; `nil` for any other text.
  private static func digits(withoutSeparators text: String) -> String? {
    for separator: Character in [",", " ", "'", "_", "\u{A0}", "\u{202F}", "’"] {
      let groups = text.split(separator: separator, omittingEmptySubsequences: false)
      guard groups.count > 1, let first = groups.first, (1...3).contains(first.count),
        groups.dropFirst().allSatisfy({ $0.count == 3 }),
        groups.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) })
      else { continue }
      return groups.joined()
    }
    return nil
  }

  private func outside(
    _ bounds: ClosedRange<Double>,
    _ field: RecordScanner.Field,
    unit: Unit?,
    in bytes: Span<UInt8>
  ) -> TextError {
    func shown(_ bound: Double) -> String { QuantityFormat.text(bound, unit?.dimension) }
    return TextError(
      .outOfRange,
      "'\(self.shown(field, in: bytes))' in column '\(name)' is outside "
        + "\(shown(bounds.lowerBound))…\(shown(bounds.upperBound)), which the rules allow",
      at: field.range,
      hint: "correct the cell, or 'min' and 'max' of the column in the rules"
    )
  }

  private func outOfRange(
    _ value: Double,
    _ field: RecordScanner.Field,
    unit: Unit,
    in bytes: Span<UInt8>
  ) -> TextError {
    let isRatio = unit == .ratio
    let hint =
      isRatio && value > 1 && value <= 100
      ? "it looks like percent: declare  \(name): \"%\""
      : "it looks like neither a ratio nor a percentage"
    return TextError(
      .outOfRange,
      "'\(shown(field, in: bytes))' in column '\(name)' is outside \(isRatio ? "0…1" : "0…100")",
      at: field.range,
      hint: hint
    )
  }

  /// The cell as a message shows it, cut to a length that a person reads.
  private func shown(_ field: RecordScanner.Field, in bytes: Span<UInt8>) -> String {
    let text = field.text(in: bytes)
    return text.count <= 40 ? text : text.prefix(39) + "…"
  }
}
