using System.CommandLine;
using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Cli;

/// <summary><c>kindred scorecard edit</c>: one change by hand, the rest stays.</summary>
internal static class ScorecardEdit
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var path = new Argument<string>("PATH") { Description = ko ? "작업 공간 폴더나 card.json" : "Workspace folder or card.json" };
        var field = new Option<string>("--field") { Description = ko ? "바꿀 항목" : "The field to change", Required = true };
        var bin = new Option<int>("--bin") { Description = ko ? "구간 번호 (0부터, 보이는 순서)" : "The bin, from 0 in the order shown", Required = true };
        var points = new Option<int?>("--points") { Description = ko ? "그 구간의 새 점수" : "Its new points" };
        var upTo = new Option<string?>("--up-to") { Description = ko ? "그 구간의 새 끝값 (다음 구간이 이어져요)" : "Its new upper end (the next bin follows)" };
        var word = new Option<string?>("--word") { Description = ko ? "그 구간으로 옮길 낱말" : "A word to move into it" };
        var merge = new Option<bool>("--merge") { Description = ko ? "다음 구간과 합치기" : "Merge it with the next one" };
        var command = new Command("edit", ko
            ? "점수표의 한 곳만 바꿔요. 최고점이 달라지면 같은 영역의 다른 항목이 비율대로 나눠 맞춰요. 결과는 초안이에요.\n\n예: kindred scorecard edit ./kindred-data --field employees --bin 2 --points 20"
            : "Change one place of a card. Where the field's maximum changes, the others of its category make up for it in proportion. The result is a draft.\n\nExample: kindred scorecard edit ./kindred-data --field employees --bin 2 --points 20")
        { path, field, bin, points, upTo, word, merge };
        command.SetAction((parsed, cancel) =>
        {
            var at = parsed.GetValue(bin);
            var name = parsed.GetValue(field)!;
            var isNumber = double.TryParse(parsed.GetValue(upTo), NumberStyles.Float, CultureInfo.InvariantCulture, out var end);
            CardEdit?[] edits =
            [
                parsed.GetValue(points) is { } given ? new CardEdit.SetPoints(name, at, given) : null,
                parsed.GetValue(upTo) is null ? null : new CardEdit.MoveBoundary(name, at, isNumber ? end : double.NaN),
                parsed.GetValue(word) is { } moved ? new CardEdit.MoveWord(name, moved, at) : null,
                parsed.GetValue(merge) ? new CardEdit.MergeBins(name, at) : null,
            ];
            if (edits.Count(edit => edit is not null) != 1)
            {
                Console.Error.WriteLine(ko ? "--points, --up-to, --word, --merge 가운데 하나만 주세요. [scorecards.edit]" : "Give exactly one of --points, --up-to, --word, --merge. [scorecards.edit]");
                return Task.FromResult(ExitCode.WrongUsage);
            }

            var result = ScorecardFolder.Read(parsed.GetValue(path)!, draft: true).Then(found => EditScorecard.Run(found.Card, edits.Single(edit => edit is not null)!).Then(card =>
            {
                ProfileFolder.Put(Path.GetFullPath(found.Path), CardFile.ToJson(card));
                return Result.Accepted(card);
            }));
            if (!result.TryGet(out var edited, out var reasons))
            {
                return Task.FromResult(Output.Refuse(reasons, language));
            }

            ScorecardText.WriteCard(Console.Out, edited, language);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
