using Kindred.Core.Members;
using Kindred.Core.Scorecards;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Leads;

namespace Kindred.Web.Today;

/// <summary>Today: what changed, whom to call, what would help the data most.</summary>
internal static class TodayPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("today", Permission.Look, request =>
        {
            var rows = request.Snapshot.Leads is { } leads ? LeadPages.Rows(leads) : [];
            return request.View<TodayPage>(new TodayModel(request.Snapshot, [.. rows.Where(row => row.Score.State == ScoreState.Over).Take(5)], [.. rows.Where(row => row.Score.State == ScoreState.OneQuestion).Take(5)]));
        });
    }
}

/// <summary>The page of the day.</summary>
/// <param name="Snapshot">The workspace.</param>
/// <param name="Over">Leads over the cut.</param>
/// <param name="OneQuestion">Leads one question away.</param>
public sealed record TodayModel(WorkspaceSnapshot Snapshot, IReadOnlyList<LeadRow> Over, IReadOnlyList<LeadRow> OneQuestion);
