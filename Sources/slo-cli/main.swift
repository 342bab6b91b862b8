import SLOKit

print(DiagnosticCode.allCases.count)
