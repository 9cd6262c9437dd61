using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;

namespace Kindred.Web.Data;

/// <summary>Pairs that may be one company: a person says which, and every later reading keeps to it.</summary>
internal static class MatchingPages
{
    /// <summary>Pairs asked about at once.</summary>
    public const int Shown = 50;

    private const string Same = "same";
    private const string Different = "different";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("data/matching", Permission.Look, Show);
        routes.Form("data/matching", Permission.ImportData, DecideAsync);
        routes.Form("data/matching/undo", Permission.ImportData, TakeBackAsync);
    }

    private static IResult Show(PageRequest request) => request.View<MatchingPage>(new MatchingModel(
        request.Snapshot, WaitingPair.Of(request.Snapshot), [.. WorkspaceCorrections.Read(request.Snapshot.Folder).Matches.Reverse()], request.Query("done") switch
        {
            "decided" => new("답을 적었어요. 회사 목록에 바로 쓰이고, 고객상은 다시 만들면 바뀌어요.", "Answers kept. The list of companies follows at once, the profile with its next build."),
            "undone" => new("되돌렸어요. 이 짝은 다시 확인을 기다려요.", "Taken back. The pair waits again."),
            _ => null,
        }));

    private static async Task<IResult> DecideAsync(PageRequest request, IFormCollection form)
    {
        var waiting = WaitingPair.Of(request.Snapshot).ToDictionary(pair => pair.Pair);
        var now = request.Page.Now;
        List<SaidMatch> said = [];
        for (var i = 0; i < Shown && form.ContainsKey("one." + Format.Whole(i)); i++)
        {
            var number = Format.Whole(i);
            var answer = form["say." + number].ToString();
            var pair = new MatchPair(form["one." + number].ToString(), form["other." + number].ToString());
            if (answer is not (Same or Different))
            {
                continue;
            }

            if (!waiting.TryGetValue(pair, out var found))
            {
                // Somebody else answered meanwhile, or a newer import settled it: what was said is not lost on a pair that is gone.
                return request.Refuse([new Reason("matching.not-waiting", pair.Other, new Wording("이 짝은 더는 기다리지 않아요. 다른 사람이 답했거나 새 파일로 정해졌어요. 목록을 다시 열어 주세요.", "This pair no longer waits: somebody answered it, or newer files settled it. Open the list again."))], StatusCodes.Status409Conflict);
            }

            said.Add(new SaidMatch(pair, answer == Same, found.Name, found.OtherName, request.Page.Caller?.Member?.Name ?? "", now));
        }

        if (said.Count == 0)
        {
            return request.Refuse([new Reason("matching.no-answer", "say", new Wording("아무것도 고르지 않았어요. 같은 회사인지 다른 회사인지 하나는 골라 주세요.", "Nothing was chosen. Say of at least one pair whether it is one company."))]);
        }

        WorkspaceCorrections.Keep(request.Snapshot.Folder, said);
        foreach (var match in said)
        {
            await request.Members.Audit.WriteAsync(request.Page.Caller!, request.Page.Workspace!.Id, DataActs.MatchDecided, $"{match.Name} / {match.OtherName}", match.IsSame ? Same : Different, request.Aborted);
        }

        return PageRequest.GoTo(Urls.With(Urls.DataMatching(request.Page.Id), ("done", "decided")));
    }

    private static async Task<IResult> TakeBackAsync(PageRequest request, IFormCollection form)
    {
        if (!WorkspaceCorrections.TakeBack(request.Snapshot.Folder, new MatchPair(form["one"].ToString(), form["other"].ToString())).TryGet(out var match, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status409Conflict);
        }

        await request.Members.Audit.WriteAsync(request.Page.Caller!, request.Page.Workspace!.Id, DataActs.MatchTakenBack, $"{match.Name} / {match.OtherName}", match.IsSame ? Same : Different, request.Aborted);
        return PageRequest.GoTo(Urls.With(Urls.DataMatching(request.Page.Id), ("done", "undone")));
    }
}
