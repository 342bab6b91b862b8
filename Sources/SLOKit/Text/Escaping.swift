/// The one place where text from strangers is made harmless for what embeds it.
///
/// Column names, cells and rule texts reach reports, terminals and logs. Each output format has
/// one property here and uses it for every such text.
extension String {
  /// The text with control, direction and invisible characters made visible, for terminals and logs.
  ///
  /// An escape sequence in a CSV cell could otherwise recolour, move or erase what a person
  /// reads. ESC becomes `\u{1B}`; a line break becomes `\n`, so that one message stays one line.
  /// What a CI system would take for a command is broken up: `::error::` becomes `:\u{3A}error::`
  /// at the beginning of the text, and `##[` becomes `#\u{23}[`.
  public var escapedForTerminal: String {
    escaped { scalar, isUnsafe, text in
      guard isUnsafe else { return false }
      switch scalar {
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default: text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      }
      return true
    }
  }

  /// The text as one word of a POSIX shell, whatever it holds.
  ///
  /// Within single quotes nothing has a meaning (POSIX.1-2024, section 2.2.2); a quote itself ends
  /// them, stands escaped, and begins them anew.
  public var quotedForShell: String {
    "'"
      + escaped { scalar, _, text in
        guard scalar == "'" else { return false }
        text += "'\\''"
        return true
      } + "'"
  }

  /// The text for one cell of a Markdown table, or for any other inline place.
  var escapedForMarkdown: String {
    escapedForTerminal.escaped { scalar, _, text in
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\\", "|", "`", "*", "_", "[", "]", "#", "~", "!", "@":
        text += "\\"
        text.unicodeScalars.append(scalar)
      default: return false
      }
      return true
    }
  }

  /// The text inside a JSON string, quotes not included (RFC 8259, section 7).
  ///
  /// What is unsafe in a log is escaped too, so that a result can be printed there.
  var escapedForJSON: String {
    escaped { scalar, isUnsafe, text in
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        guard isUnsafe else { return false }
        // Two units for what lies beyond the basic plane.
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: true)
          text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        }
      }
      return true
    }
  }

  /// The text inside an element or a quoted attribute of XML, SVG and HTML.
  ///
  /// XML 1.0 (section 2.2) forbids most control characters, even as references: they are shown as
  /// on a terminal.
  var escapedForMarkup: String {
    escapedForTerminal.escaped { scalar, _, text in
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: return false
      }
      return true
    }
  }

  /// The message of a GitHub workflow command: what follows the second `::`.
  var escapedForWorkflowMessage: String {
    escapedForTerminal.escaped { scalar, _, text in
      guard scalar == "%" else { return false }
      text += "%25"
      return true
    }
  }

  /// A property of a GitHub workflow command, such as the title of an annotation.
  var escapedForWorkflowProperty: String {
    escapedForWorkflowMessage.escaped { scalar, _, text in
      switch scalar {
      case ":": text += "%3A"
      case ",": text += "%2C"
      default: return false
      }
      return true
    }
  }

  /// A path as a URI reference (RFC 3986): all but unreserved characters and slashes are encoded.
  var escapedForURI: String {
    var result = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where byte.isLetter || byte.isDigit: result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return result
  }

  /// Copies the text, letting `replace` append something in place of a scalar; it is told whether
  /// the scalar is unsafe in a log, where it stands.
  ///
  /// Most texts have nothing to escape: the first pass finds that out without a copy.
  private func escaped(_ replace: (Unicode.Scalar, Bool, inout String) -> Bool) -> String {
    var scratch = ""
    var detector = LogCommandDetector()
    let needsEscape = unicodeScalars.contains {
      replace($0, detector.isUnsafe($0), &scratch)
    }
    guard needsEscape else { return self }
    var result = ""
    detector = LogCommandDetector()
    for scalar in unicodeScalars where !replace(scalar, detector.isUnsafe(scalar), &result) {
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}

extension LogCommandDetector {
  /// Whether a log must not have the next scalar of a line as it is.
  mutating func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    // Asked of every scalar, safe or not: it follows the line.
    let completesCommand = completesCommand(scalar)
    return completesCommand || !scalar.isSafeOnTerminal
  }
}

extension Unicode.Scalar {
  /// Whether a terminal shows this scalar in place and does nothing else.
  ///
  /// Not safe: C0 and C1 controls, line and paragraph separators, the characters that change the
  /// direction of text (which let a text read differently from what it is), those that show nothing
  /// (with which two names look the same), and noncharacters.
  var isSafeOnTerminal: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: false
    case 0x00AD, 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F: false
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164: false
    case 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0xFFFE...0xFFFF: false
    case 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: false
    default: true
    }
  }
}
