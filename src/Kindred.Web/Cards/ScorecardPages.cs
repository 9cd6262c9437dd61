using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Core.Scorecards;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Jobs;
using Kindred.Web.Shell;

namespace Kindred.Web.Cards;

/// <summary>The scorecard: its points and what they are worth, the cut, edits by hand, publishing, exports.</summary>
internal static class ScorecardPages
{
    private const int MostChanges = 12;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("scorecard", Permission.Look, Show);
        routes.Page("scorecard/export", Permission.Export, Export);
        routes.Page("scorecard/edit", Permission.EditCard, request => Edit(request, null, [], null));
        routes.Form("scorecard/edit", Permission.EditCard, EditAsync);
        routes.Form("scorecard/cut", Permission.PublishCard, CutAsync);
        routes.Form("scorecard/publish", Permission.PublishCard, PublishAsync);
        routes.Form("scorecard/learn", Permission.EditCard, async (request, _) => PageRequest.GoTo(Urls.Job(request.Page.Id, await JobPages.StartAsync(request, WorkspaceJobs.Learn, "{}"))));
    }

    private static IResult Show(PageRequest request)
    {
        var snapshot = request.Snapshot;
        var use = CardDossier.Of(snapshot, draft: false);
        var draft = CardDossier.Of(snapshot, draft: true);
        var hasDraft = draft is not null && (use is null || CardEvidence.IdOf(draft.Card) != CardEvidence.IdOf(use.Card));
        var version = request.Query("version") is null ? null : CardDossier.OfVersion(snapshot.Folder, request.Query("version", 0, 0, 100_000));
        if (request.Query("version") is { } asked && version is null)
        {
            return request.Refuse([new Reason("web.no-version", asked, new Wording($"점수표 v{asked}은 없어요.", $"There is no scorecard v{asked}."))], StatusCodes.Status404NotFound);
        }

        var isDraft = version is null && (use is null || (request.Query("card") == "draft" && hasDraft));
        if ((version ?? (isDraft ? draft : use)) is not { } shown)
        {
            return request.View<NoCardPage>();
        }

        return request.View<ScorecardPage>(new ScorecardModel(
            shown,
            version is not null ? ShownCard.Version : isDraft ? ShownCard.Draft : ShownCard.InUse,
            request.Query("cut", shown.Card.Cut, 1, Scorecard.Total),
            use is not null,
            hasDraft,
            hasDraft && use is not null ? [.. DiffCards.Run(use.Card, draft!.Card).Take(MostChanges)] : [],
            ScorecardFolder.Versions(snapshot.Folder),
            DateOnly.FromDateTime(request.Page.Now.UtcDateTime),
            Done(request.Query("done"), hasDraft)));
    }

    private static Wording? Done(string? done, bool hasDraft) => done switch
    {
        "learned" when !hasDraft => new("다시 배웠어요. 점수는 쓰고 있는 점수표와 같아요.", "Learned again: the points are those of the card in use."),
        "cut" => new("기준을 바꿨어요. 리드 목록에 바로 들어가요.", "The cut is changed; the list of leads uses it at once."),
        "edited" => new("초안을 고쳤어요. 점수는 그대로 합이 100점이에요. 쓰고 있는 점수표는 그대로예요.", "The draft is changed; its points still add up to 100. The card in use is untouched."),
        "trial" => new("시험 운영으로 쓰기 시작했어요.", "In use on trial."),
        "validated" => new("검증된 점수표로 쓰기 시작했어요.", "In use, validated."),
        "still-trial" => new("쓰기 시작했어요. 검증하기에는 아직 일러서 시험 운영이에요. 이유는 아래에 있어요.", "In use. It is too early to validate it, so it is on trial; the reason is below."),
        "learned" => new("다시 배웠어요. 새 초안이 아래에 있어요.", "Learned again. The new draft is below."),
        _ => null,
    };

    private static IResult Export(PageRequest request)
    {
        var form = request.Query("as") ?? "json";
        var dossier = CardDossier.Of(request.Snapshot, request.Query("card") == "draft") ?? CardDossier.Of(request.Snapshot, draft: true);
        if (dossier is null)
        {
            return request.View<NoCardPage>(status: StatusCodes.Status404NotFound);
        }

        return CardExports.Text(dossier.Card, form, request.Query("table") ?? "accounts").TryGet(out var text, out var reasons)
            ? PageRequest.File(CardExports.Name(dossier.Card, form), form switch { "json" => "application/json", "formula" => "text/csv; charset=utf-8", _ => "text/plain; charset=utf-8" }, text)
            : request.Refuse(reasons);
    }

    private static IResult Edit(PageRequest request, TypedEdit? typed, IReadOnlyList<Reason> reasons, IReadOnlyList<Wording>? conflict, string? field = null, int status = StatusCodes.Status200OK)
    {
        field ??= request.Query("field") ?? "";
        var dossier = Now(request) ?? CardDossier.Of(request.Snapshot, draft: true) ?? CardDossier.Of(request.Snapshot, draft: false);
        if (dossier?.Card.Attributes.FirstOrDefault(attribute => attribute.Field == field) is not { } attribute)
        {
            return request.Refuse(reasons.Count > 0 ? reasons : [new Reason("scorecards.edit-field", field, new Wording($"점수표에 '{field}' 항목이 없어요. 점수표 화면에서 항목을 골라 주세요.", $"The card has no item '{field}'. Choose one on the scorecard page."))], StatusCodes.Status404NotFound);
        }

        return request.View<EditPage>(new EditModel(dossier, attribute, typed, reasons, conflict), status);
    }

    /// <summary>After a conflict the snapshot of this request is older than the card: the file is looked at again.</summary>
    private static CardDossier? Now(PageRequest request) => request.Http.Request.Method == "POST" && ChangeCard.Draft(request.Snapshot.Folder).TryGet(out var found, out _) ? CardDossier.Of(request.Snapshot with { Draft = found.Card, DraftEvidence = found.Evidence }, draft: true) : null;

    private static Task<IResult> EditAsync(PageRequest request, IFormCollection form)
    {
        var folder = request.Snapshot.Folder;
        var field = form["field"].ToString();
        var seen = form["seen"].ToString();
        // One button a change: its value says which, "kind.bin".
        var button = form["do"].ToString().Split('.');
        var bin = button.Length == 2 && int.TryParse(button[1], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : -1;
        var typed = new TypedEdit(button[0], bin, form[$"{button[0]}.{Format.Whole(bin)}"].ToString().Trim());
        if (!Read(field, typed, form).TryGet(out var edit, out var reasons) || !ChangeCard.Edit(folder, seen, edit).TryGet(out _, out reasons))
        {
            var isConflict = reasons is [{ Code: "scorecards.card-changed" }];
            IReadOnlyList<Wording>? differences = isConflict && ChangeCard.Seen(folder, seen) is { } before && ChangeCard.Draft(folder).TryGet(out var now, out _) ? DiffCards.Run(before, now.Card) : null;
            return Task.FromResult(Edit(request, typed, reasons, isConflict ? differences ?? [] : null, field, isConflict ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest));
        }

        return Task.FromResult(PageRequest.GoTo(Urls.With(Urls.Scorecard(request.Page.Id), ("card", "draft"), ("done", "edited"))));
    }

    private static Result<CardEdit> Read(string field, TypedEdit typed, IFormCollection form)
    {
        switch (typed.Kind)
        {
            case "points" when int.TryParse(typed.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var points):
                return Result.Accepted<CardEdit>(new CardEdit.SetPoints(field, typed.Bin, points));
            case "boundary" when double.TryParse(typed.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var upTo) && double.IsFinite(upTo):
                return Result.Accepted<CardEdit>(new CardEdit.MoveBoundary(field, typed.Bin, upTo));
            case "word":
                return Result.Accepted<CardEdit>(new CardEdit.MoveWord(field, form["word"].ToString(), int.TryParse(form["to"], NumberStyles.None, CultureInfo.InvariantCulture, out var to) ? to : -1));
            case "merge":
                return Result.Accepted<CardEdit>(new CardEdit.MergeBins(field, typed.Bin));
            default:
                return Result.Refused<CardEdit>("scorecards.edit", field, $"'{typed.Value}'은(는) 숫자가 아니에요. 점수는 0–100의 정수, 구간의 끝은 숫자로 적어 주세요.", $"'{typed.Value}' is no number. Points are whole numbers 0–100, an end of a bin is a number.");
        }
    }

    private static Task<IResult> CutAsync(PageRequest request, IFormCollection form)
    {
        var cut = int.TryParse(form["cut"], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
        return Task.FromResult(ChangeCard.SetCut(request.Snapshot.Folder, form["seen"].ToString(), cut).TryGet(out _, out var reasons)
            ? PageRequest.GoTo(Urls.With(Urls.Scorecard(request.Page.Id), ("done", "cut")))
            : Refused(request, reasons, form["seen"].ToString(), "card.json", new Wording($"기준을 {Format.Whole(cut)}점으로 바꾸기", $"Set the cut to {Format.Whole(cut)}")));
    }

    private static Task<IResult> PublishAsync(PageRequest request, IFormCollection form)
    {
        var wanted = form["as"] == "trial" ? PublishState.Trial : PublishState.Validated;
        if (!ChangeCard.Publish(request.Snapshot.Folder, form["seen"].ToString(), wanted, null).TryGet(out var published, out var reasons))
        {
            return Task.FromResult(reasons.Any(reason => reason.Code.StartsWith("scorecards.gate-", StringComparison.Ordinal)) && CardDossier.Of(request.Snapshot, draft: true) is { } dossier
                ? request.View<GatePage>(new GateModel(dossier, reasons), StatusCodes.Status409Conflict)
                : Refused(request, reasons, form["seen"].ToString(), "card-draft.json", wanted == PublishState.Trial ? new Wording("시험 운영으로 쓰기", "Use it on trial") : new Wording("검증하고 쓰기", "Validate and use it")));
        }

        return Task.FromResult(PageRequest.GoTo(Urls.With(Urls.Scorecard(request.Page.Id), ("done", published.Card.State == PublishState.Validated ? "validated" : wanted == PublishState.Trial ? "trial" : "still-trial"))));
    }

    private static IResult Refused(PageRequest request, IReadOnlyList<Reason> reasons, string seen, string file, Wording wanted)
    {
        if (reasons is not [{ Code: "scorecards.card-changed" }])
        {
            return request.Refuse(reasons);
        }

        var path = Path.Combine(request.Snapshot.Folder, file);
        var differences = ChangeCard.Seen(request.Snapshot.Folder, seen) is { } before && ScorecardFolder.Read(path).TryGet(out var now, out _) ? DiffCards.Run(before, now.Card) : null;
        return request.View<ChangedPage>(new ChangedModel(differences, wanted), StatusCodes.Status409Conflict);
    }
}
