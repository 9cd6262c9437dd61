using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Cli;

/// <summary><c>kindred scorecard publish</c>: puts the draft into use, on trial or validated.</summary>
internal static class ScorecardPublish
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var folder = new Argument<string>("DIR") { Description = ko ? "작업 공간 폴더" : "Workspace folder" };
        var state = CommonOptions.Among(new Option<string>("--as") { Description = "trial | validated", DefaultValueFactory = _ => "validated" }, "trial", "validated");
        var cut = new Option<int?>("--cut") { Description = ko ? "기준 점수 1–100" : "Cut, 1–100" };
        var format = CommonOptions.Format();
        var command = new Command("publish", ko
            ? "마지막 초안을 쓰기 시작해요. 검증은 증거가 반대할 때만 거절돼요.\n\n예: kindred scorecard publish ./kindred-data --as trial --cut 65"
            : "Put the last draft into use; validation is refused only on evidence.\n\nExample: kindred scorecard publish ./kindred-data --as trial --cut 65") { folder, state, cut, format };
        command.SetAction((parsed, cancel) =>
        {
            var result = ScorecardFolder.Read(parsed.GetValue(folder)!, draft: true).Then(found =>
                PublishScorecard.Run(found.Card, found.Evidence, parsed.GetValue(state) == "trial" ? PublishState.Trial : PublishState.Validated, parsed.GetValue(cut))
                    .Then(published => Result.Accepted((Card: ScorecardFolder.Publish(parsed.GetValue(folder)!, published.Card, found.Evidence), published.Why, published.RowsNeeded))));
            if (!result.TryGet(out var done, out var reasons))
            {
                return Task.FromResult(Output.Refuse(reasons, language));
            }

            if (parsed.GetValue(format) == "json")
            {
                Output.Json(json =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("version", done.Card.Version);
                    json.WriteString("state", done.Card.State == PublishState.Validated ? "validated" : "trial");
                    json.WriteNumber("cut", done.Card.Cut);
                    json.WriteString("why", done.Why.In(language));
                    MineJson.WriteNumber(json, "rowsNeeded", done.RowsNeeded);
                    json.WriteEndObject();
                });
            }
            else
            {
                Console.WriteLine(ScorecardText.StateOf(done.Card).In(language));
                Console.WriteLine(done.Why.In(language));
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
