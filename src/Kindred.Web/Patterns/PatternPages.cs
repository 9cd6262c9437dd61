using Kindred.Core.Members;
using Kindred.Core.Profiles;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Icp;
using Kindred.Web.Shell;

namespace Kindred.Web.Patterns;

/// <summary>Every pattern looked at with its evidence, and a place to put conditions together.</summary>
internal static class PatternPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("patterns", Permission.Look, List);
        routes.Page("patterns/build", Permission.Look, Build);
    }

    private static IResult List(PageRequest request)
    {
        if (request.Snapshot.Profile is not { } profile)
        {
            return request.View<NoIcpPage>();
        }

        return request.View<PatternListPage>(PatternListModel.Of(profile, new PatternFilter(request.Query("status"), request.Query("role"), request.Query("page", 1, 1, 100_000))));
    }

    private static IResult Build(PageRequest request)
    {
        var trial = SnapshotStudy.Of(request.Snapshot).Trial;
        if (!trial.TryGet(out var ready, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status404NotFound);
        }

        var query = BuilderQuery.Of(request.Http.Request.Query);
        var conditions = query.Conditions(ready);
        return request.View<BuilderPage>(new BuilderModel(ready, query, conditions.Conditions.Count == 0 ? null : ready.Run(conditions)));
    }
}

/// <summary>What the list of patterns is narrowed to.</summary>
/// <param name="Status">proven, promising, hypothesis.</param>
/// <param name="Role">core, buys, regret, try-harder, anti, hypothesis.</param>
/// <param name="Page">Page of the list, 1 is the first.</param>
public sealed record PatternFilter(string? Status, string? Role, int Page)
{
    /// <summary>Patterns on a page.</summary>
    public const int Size = 12;

    /// <summary>Whether a pattern is shown.</summary>
    public bool Fits(PatternLine pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return (Status is null || pattern.Status == Status) && (Role is null || pattern.Role == Role);
    }

    /// <summary>Address of the list narrowed to this.</summary>
    public string Url(string workspace) => Urls.With(Urls.Patterns(workspace), ("status", Status), ("role", Role), ("page", Page > 1 ? Core.Basics.Format.Whole(Page) : null));
}

/// <summary>The list of patterns.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Rows">Patterns of this page.</param>
/// <param name="Found">Patterns that fit the filter.</param>
/// <param name="Statuses">Patterns by status, over the filter without its status.</param>
/// <param name="Roles">Roles that occur, with how many patterns each.</param>
/// <param name="Filter">What it is narrowed to.</param>
public sealed record PatternListModel(ProfileDocument Profile, IReadOnlyList<PatternLine> Rows, int Found, IReadOnlyDictionary<string, int> Statuses, IReadOnlyDictionary<string, int> Roles, PatternFilter Filter)
{
    /// <summary>All patterns.</summary>
    public required int All { get; init; }

    /// <summary>Those that held up again.</summary>
    public required int HeldUp { get; init; }

    private static readonly string[] Order = ["proven", "promising", "hypothesis"];

    /// <summary>Narrows the patterns of a profile: those that held up first, else in the order they were found.</summary>
    public static PatternListModel Of(ProfileDocument profile, PatternFilter filter)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(filter);
        // A pattern that was found again outside the core stands in the profile twice; people read it once.
        var patterns = profile.Patterns.DistinctBy(pattern => (pattern.Role, pattern.Text.En)).ToArray();
        var besides = patterns.Where((filter with { Status = null }).Fits).ToArray();
        var found = besides.Where(filter.Fits).OrderBy(pattern => Array.IndexOf(Order, pattern.Status)).ToArray();
        return new PatternListModel(
            profile,
            [.. found.Skip((filter.Page - 1) * PatternFilter.Size).Take(PatternFilter.Size)],
            found.Length,
            Order.ToDictionary(status => status, status => besides.Count(pattern => pattern.Status == status)),
            patterns.CountBy(pattern => pattern.Role).ToDictionary(),
            filter)
        {
            All = patterns.Length,
            HeldUp = patterns.Count(pattern => pattern.Status == "proven"),
        };
    }
}

/// <summary>The builder.</summary>
/// <param name="Trial">What can be tried.</param>
/// <param name="Query">What was chosen.</param>
/// <param name="Tried">What it amounts to; null before anything is chosen.</param>
public sealed record BuilderModel(ConditionTrial Trial, BuilderQuery Query, TriedConditions? Tried);
