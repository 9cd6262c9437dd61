using System.CommandLine;
using System.CommandLine.Parsing;
using Kindred.Core.Basics;

namespace Kindred.Cli;

/// <summary>The command line: finds the verb, runs it, and turns what happened into an exit code (0 done, 1 refused, 2 wrong usage, 3 the world failed).</summary>
public static class CommandLine
{
    /// <summary>Runs one call.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var language = LanguageOf(args);
        var root = Root(language);
        var parsed = root.Parse(args);
        if (UsageChecks.Of(parsed) is { Count: > 0 } wrong)
        {
            foreach (var reason in wrong)
            {
                await Console.Error.WriteLineAsync($"{reason.Message.In(language)} [{reason.Code}]");
            }

            var verb = VerbOf(parsed.CommandResult);
            await Console.Error.WriteLineAsync(language == Language.Korean ? $"쓰는 법: kindred{verb} --help" : $"Usage: kindred{verb} --help");
            return ExitCode.WrongUsage;
        }

        using var cancel = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            cancel.Cancel();
        };
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancel.Token);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(language == Language.Korean ? "멈췄어요. 바뀐 것은 없어요." : "Cancelled. Nothing was changed.");
            return ExitCode.Refused;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or OutOfMemoryException)
        {
            await Console.Error.WriteLineAsync((language == Language.Korean ? "실패했어요 [world.failed]: " : "Failed [world.failed]: ") + failure.Message);
            return ExitCode.WorldFailed;
        }
    }

    /// <summary>All verbs, worded in one language.</summary>
    public static RootCommand Root(Language language)
    {
        var root = new RootCommand(language == Language.Korean
            ? "Kindred — 내 데이터에서 가장 좋은 고객을 찾고, 무엇이 다른지, 그것이 다시 확인되는지 말해 줘요."
            : "Kindred finds who your best customers are, what sets them apart, and whether that holds up.");
        root.Options.Add(CommonOptions.Language);
        foreach (var verb in Verbs.All(language))
        {
            root.Subcommands.Add(verb);
        }

        return root;
    }

    /// <summary>" standards industry": the verb with those above it, as it is typed.</summary>
    private static string VerbOf(SymbolResult? result) =>
        result is CommandResult { Command: not RootCommand } command ? VerbOf(command.Parent) + " " + command.Command.Name : "";

    private static Language LanguageOf(string[] args)
    {
        var at = Array.IndexOf(args, "--lang");
        var wanted = at >= 0 && at + 1 < args.Length ? args[at + 1] : args.FirstOrDefault(arg => arg.StartsWith("--lang=", StringComparison.Ordinal))?["--lang=".Length..];
        wanted ??= Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LC_MESSAGES") ?? Environment.GetEnvironmentVariable("LANG") ?? "";
        return wanted.StartsWith("ko", StringComparison.OrdinalIgnoreCase) ? Language.Korean : Language.English;
    }
}
