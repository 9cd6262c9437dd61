using System.Runtime.CompilerServices;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Core.Segments;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;

namespace Kindred.Web.Segments;

/// <summary>The economics of every segment: which are worth having, beside common targets, with intervals.</summary>
internal static class SegmentPages
{
    private static readonly ConditionalWeakTable<AccountFacts, Kept> Last = [];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("segments", Permission.Look, request => Show(request, null, []));
        routes.Form("segments/settings", Permission.ChangeSettings, SaveAsync);
    }

    private static async Task<IResult> SaveAsync(PageRequest request, IFormCollection form)
    {
        var typed = form["do"] == "reset" ? SegmentForm.Of(WorkspaceSettings.Defaults) : new SegmentForm(form["margin"].ToString(), form["discount"].ToString(), form["horizon"].ToString(), form["benchmarks"].ToString());
        var workspace = request.Page.Workspace!;
        if (!typed.Read(request.Snapshot.Settings).TryGet(out var settings, out var reasons))
        {
            return Show(request, typed, reasons);
        }

        if (settings != request.Snapshot.Settings)
        {
            settings.Write(request.Desk.FolderOf(workspace));
            request.Desk.Changed(workspace.Id);
            await request.Members.Audit.WriteAsync(request.Page.Caller!, workspace.Id, AuditActions.SettingsChanged, workspace.Name, "segments", request.Aborted);
        }

        return PageRequest.GoTo(Urls.With(Urls.Segments(workspace.Id.Value), ("done", "saved")) + "#assumed");
    }

    private static IResult Show(PageRequest request, SegmentForm? typed, IReadOnlyList<Reason> refused)
    {
        var snapshot = request.Snapshot;
        if (snapshot.Facts is not { } facts)
        {
            return request.View<NoSegmentsPage>(new NoSegmentsModel([]));
        }

        if (!Scope.TryRead(request, out var segment, out var why))
        {
            return request.Refuse(why);
        }

        // The fields of a segment that another page is narrowed to, or the ones ticked.
        string[] by = segment is not null ? [.. segment.Parts.Select(part => part.Field)] : [.. SegmentFields.Standard.Select(field => field.Id).Where(id => request.Http.Request.Query["by"].Contains(id)).Take(3)];
        by = by.Length > 0 ? by : snapshot.Standing.Count > 0 ? ["icp"] : ["industry"];

        var wanted = snapshot.Settings.Segments.Apply(new SegmentRequest { By = by, SizeScheme = snapshot.Settings.BandScheme });
        var key = (string.Join(',', by), wanted.SizeScheme, snapshot.Settings.Segments);
        if (!Last.TryGetValue(facts, out var kept) || kept.Key != key || !ReferenceEquals(kept.Standing, snapshot.Standing))
        {
            kept = new Kept(key, snapshot.Standing, StudyWorkspace.Of(snapshot, wanted));
            Last.AddOrUpdate(facts, kept);
        }

        if (!kept.Study.TryGet(out var study, out var reasons))
        {
            return request.View<NoSegmentsPage>(new NoSegmentsModel(reasons));
        }

        string[]? codes = segment is null ? null : [.. segment.Parts.Select(part => part.Code)];
        var row = codes is null ? request.Query("row", 0, 0, study.Segments.Count) : 1 + study.Segments.ToList().FindIndex(one => one.Keys.Select(key => key.Code).SequenceEqual(codes, StringComparer.Ordinal));
        return request.View<SegmentsPage>(new SegmentsModel(study, by, row, snapshot.Standing.Count > 0) { Move = BudgetMove.Of(request, study), Form = typed ?? SegmentForm.Of(snapshot.Settings), Refused = refused, Saved = request.Query("done") == "saved" }, refused.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private sealed record Kept((string, string, SegmentSettings) Key, object Standing, Result<SegmentStudy> Study);
}

/// <summary>The page about segments.</summary>
/// <param name="Study">The study.</param>
/// <param name="By">Fields divided by.</param>
/// <param name="Row">0 shows all customers, else the segment of that number.</param>
/// <param name="HasProfile">Whether the field icp can be used.</param>
public sealed record SegmentsModel(SegmentStudy Study, IReadOnlyList<string> By, int Row, bool HasProfile)
{
    /// <summary>Assumptions as set, or as typed into a refused form.</summary>
    public required SegmentForm Form { get; init; }

    /// <summary>Why they were not taken.</summary>
    public IReadOnlyList<Reason> Refused { get; init; } = [];

    /// <summary>Whether they were just saved.</summary>
    public bool Saved { get; init; }

    /// <summary>Spend moved from one segment to another; null where fewer than two have both cost and value.</summary>
    public BudgetMove? Move { get; init; }

    /// <summary>The row shown in full.</summary>
    public SegmentRow Shown => Row == 0 ? Study.Overall : Study.Segments[Row - 1];

    /// <summary>Text of a value.</summary>
    public static string Text(PageContext page, SegmentFigure figure, double value, string currency)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Unit switch
        {
            "money" => page.Money((double)new Money((long)Math.Round(value), currency).Major, currency),
            "rate" => Format.Percent(value),
            "times" => Format.Fixed(value, 1) + "×",
            "per-seat" => Format.Fixed(value, 3),
            "count" => Format.Grouped(value),
            _ => Format.Fixed(value, 1),
        };
    }

    /// <summary>A value with its interval, or a dash.</summary>
    public static string Figure(PageContext page, SegmentFigure figure, string currency)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Value is not { } value ? "–" : Text(page, figure, value, currency) + (figure is { Low: { } low, High: { } high } ? $" ({Text(page, figure, low, currency)}–{Text(page, figure, high, currency)})" : "");
    }

    /// <summary>A value without its interval, or a dash.</summary>
    public static string Value(PageContext page, SegmentFigure figure, string currency) => figure is { Value: { } value } ? Text(page, figure, value, currency) : "–";

    /// <summary>Its interval.</summary>
    public static string Ends(PageContext page, SegmentFigure figure, string currency) => figure is { Low: { } low, High: { } high } ? $"{Text(page, figure, low, currency)}–{Text(page, figure, high, currency)}" : "";

    /// <summary>A verdict in words.</summary>
    public static Wording Words(SegmentVerdict verdict) => verdict switch
    {
        SegmentVerdict.CannotTell => new("아직 말할 수 없어요", "Cannot tell yet"),
        SegmentVerdict.Keep => new("지키기", "Keep"),
        SegmentVerdict.LookCloser => new("더 살펴보기", "Look closer"),
        SegmentVerdict.Test => new("시험하기", "Test"),
        _ => new("멈추고 물어보기", "Stop and ask"),
    };
}

/// <summary>Why there is no study.</summary>
/// <param name="Reasons">Reasons; empty when nothing is imported.</param>
public sealed record NoSegmentsModel(IReadOnlyList<Reason> Reasons);
