Platform.reserveStandardDescriptors()
Platform.ignoreBrokenPipes()
Platform.exit(
  SloCLI.run(arguments: Array(CommandLine.arguments.dropFirst()), console: .standard).rawValue
)
