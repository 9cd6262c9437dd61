using System.CommandLine;
using Kindred.Cli;
using Kindred.Core.Basics;
using Xunit;

namespace Kindred.Tests.Cli;

/// <summary>The help of every verb in both languages, as approved by a person.</summary>
public sealed class HelpTests
{
    /// <summary>Every verb and every verb below a verb, as typed.</summary>
    public static IEnumerable<TheoryDataRow<string>> Verbs => Named(CommandLine.Root(Language.English), "").Select(verb => new TheoryDataRow<string>(verb));

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_OfAVerb_IsAsApproved(string verb)
    {
        foreach (var language in new[] { "en", "ko" })
        {
            var run = await CommandRun.InAsync(AppContext.BaseDirectory, [.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help", "--lang", language]);
            Assert.Equal((0, ""), (run.Code, run.Error));
            Approval.Same($"help{verb.Replace(' ', '-')}.{language}", run.Out);
        }
    }

    [Fact]
    public async Task Help_KoreanLocale_IsKoreanWithoutAsking()
    {
        var english = await CommandRun.InAsync(AppContext.BaseDirectory, "--help");
        var korean = await CommandRun.InAsync(AppContext.BaseDirectory, "--help", "--lang=ko");
        Assert.DoesNotMatch("[가-힣]", english.Out);
        Assert.Matches("[가-힣]", korean.Out);
    }

    [Fact]
    public void Help_EveryDescription_IsInItsOwnLanguage()
    {
        foreach (var command in All(CommandLine.Root(Language.English)))
        {
            Assert.All(Descriptions(command), text => Assert.DoesNotMatch("[가-힣]", text));
        }

        foreach (var command in All(CommandLine.Root(Language.Korean)))
        {
            Assert.Matches("[가-힣]", command.Description!);
        }
    }

    private static IEnumerable<string> Named(Command command, string typed) =>
        command.Subcommands.SelectMany(sub => Named(sub, typed + " " + sub.Name)).Prepend(typed);

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);

    private static IEnumerable<string> Descriptions(Command command) =>
        command.Options.Select(option => option.Description ?? "").Concat(command.Arguments.Select(argument => argument.Description ?? "")).Append(command.Description ?? "");
}
