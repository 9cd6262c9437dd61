using System.Runtime.CompilerServices;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Core.Segments;
using Kindred.Product;
using Kindred.Web.Hosting;

namespace Kindred.Web.Segments;

/// <summary>The economics of every segment: which are worth having, beside common targets, with intervals.</summary>
internal static class SegmentPages
{
    private static readonly ConditionalWeakTable<AccountFacts, Kept> Last = [];

    public static void Map(IEndpointRouteBuilder routes) => routes.Page("segments", Permission.Look, Show);

    private static IResult Show(PageRequest request)
    {
        var snapshot = request.Snapshot;
        var by = SegmentFields.Standard.Select(field => field.Id).Where(id => request.Http.Request.Query["by"].Contains(id)).Take(3).ToArray();
        by = by.Length > 0 ? by : snapshot.Standing.Count > 0 ? ["icp"] : ["industry"];
        if (snapshot.Facts is not { } facts)
        {
            return request.View<NoSegmentsPage>(new NoSegmentsModel([]));
        }

        var wanted = new SegmentRequest { By = by, SizeScheme = snapshot.Settings.BandScheme };
        var key = string.Join(',', by) + "|" + wanted.SizeScheme;
        if (!Last.TryGetValue(facts, out var kept) || kept.Key != key || !ReferenceEquals(kept.Standing, snapshot.Standing))
        {
            kept = new Kept(key, snapshot.Standing, StudyWorkspace.Of(snapshot, wanted));
            Last.AddOrUpdate(facts, kept);
        }

        return kept.Study.TryGet(out var study, out var reasons)
            ? request.View<SegmentsPage>(new SegmentsModel(study, by, request.Query("row", 0, 0, study.Segments.Count), snapshot.Standing.Count > 0))
            : request.View<NoSegmentsPage>(new NoSegmentsModel(reasons));
    }

    private sealed record Kept(string Key, object Standing, Result<SegmentStudy> Study);
}

/// <summary>The page about segments.</summary>
/// <param name="Study">The study.</param>
/// <param name="By">Fields divided by.</param>
/// <param name="Row">0 shows all customers, else the segment of that number.</param>
/// <param name="HasProfile">Whether the field icp can be used.</param>
public sealed record SegmentsModel(SegmentStudy Study, IReadOnlyList<string> By, int Row, bool HasProfile)
{
    /// <summary>The row shown in full.</summary>
    public SegmentRow Shown => Row == 0 ? Study.Overall : Study.Segments[Row - 1];

    /// <summary>Text of a value.</summary>
    public static string Text(SegmentFigure figure, double value, string currency)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Unit switch
        {
            "money" => Format.Grouped((double)Math.Round(new Money((long)Math.Round(value), currency).Major)),
            "rate" => Format.Percent(value),
            "times" => Format.Fixed(value, 1) + "×",
            "per-seat" => Format.Fixed(value, 3),
            "count" => Format.Grouped(value),
            _ => Format.Fixed(value, 1),
        };
    }

    /// <summary>A value with its interval, or a dash.</summary>
    public static string Figure(SegmentFigure figure, string currency)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Value is not { } value ? "–" : Text(figure, value, currency) + (figure is { Low: { } low, High: { } high } ? $" ({Text(figure, low, currency)}–{Text(figure, high, currency)})" : "");
    }

    /// <summary>A value without its interval, or a dash.</summary>
    public static string Value(SegmentFigure figure, string currency) => figure is { Value: { } value } ? Text(figure, value, currency) : "–";

    /// <summary>Its interval.</summary>
    public static string Ends(SegmentFigure figure, string currency) => figure is { Low: { } low, High: { } high } ? $"{Text(figure, low, currency)}–{Text(figure, high, currency)}" : "";

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
