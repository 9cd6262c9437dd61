using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Cli;

/// <summary><c>kindred scorecard show</c>: a card and what is known about it.</summary>
internal static class ScorecardShow
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var path = new Argument<string>("PATH") { Description = ko ? "작업 공간 폴더나 card.json" : "Workspace folder or card.json" };
        var draft = new Option<bool>("--draft") { Description = ko ? "쓰고 있는 것 대신 마지막 초안" : "The last draft instead of the card in use" };
        var format = CommonOptions.Format();
        var command = new Command("show", ko ? "점수표를 보여 줘요" : "Show a card") { path, draft, format };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed.GetValue(path)!, parsed.GetValue(draft), parsed.GetValue(format) == "json", language)));
        return command;
    }

    private static int Run(string path, bool draft, bool isJson, Language language)
    {
        if (!ScorecardFolder.Read(path, draft).TryGet(out var found, out var reasons))
        {
            return Output.Refuse(reasons, language);
        }

        if (isJson)
        {
            Console.Write(CardFile.ToJson(found.Card));
            return ExitCode.Done;
        }

        Console.WriteLine(ScorecardText.StateOf(found.Card).In(language));
        ScorecardText.WriteOverview(Console.Out, CardOverview.Of(found.Card, found.Evidence, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime)), language);
        Console.WriteLine();
        ScorecardText.WriteCard(Console.Out, found.Card, language);
        return ExitCode.Done;
    }
}
