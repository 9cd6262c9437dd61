using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Segments;
using Kindred.Web.Shell;

namespace Kindred.Web.Customers;

/// <summary>Customers by value: the best, the worst, those who left; weights to adjust; picks to compare.</summary>
internal static class CustomerPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("customers", Permission.Look, request => Show(request, null, []));
        routes.Page("customers.csv", Permission.Export, Csv);
        routes.Form("customers/picks", Permission.EditProfile, PickAsync);
    }

    private static IResult Show(PageRequest request, Reason? refusal, IReadOnlyList<string> typed)
    {
        if (!Scope.TryRead(request, out var segment, out var reasons))
        {
            return request.Refuse(reasons);
        }

        var filter = CustomersFilter.Of(request.Http.Request.Query, request.Query("page", 1, 1, 1_000_000)) with { Segment = segment };
        if (!SnapshotStudy.Of(request.Snapshot).Ranking(filter.ForRanking).TryGet(out var ranking, out reasons))
        {
            return request.View<NoCustomersPage>(reasons[0]);
        }

        var done = request.Query("done") switch
        {
            "picked" => new Wording("고른 고객을 계산한 순위와 나란히 놓았어요.", "Your picks stand beside the computed ranking."),
            "cleared" => new Wording("고른 고객을 지웠어요.", "Your picks were taken back."),
            _ => null,
        };
        return request.View<CustomersPage>(CustomersModel.Of(request.Snapshot, ranking, filter) with { Done = done, Refusal = refusal, Typed = typed }, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static IResult Csv(PageRequest request)
    {
        if (!Scope.TryRead(request, out var segment, out var reasons))
        {
            return request.Refuse(reasons);
        }

        var filter = CustomersFilter.Of(request.Http.Request.Query, 1);
        return SnapshotStudy.Of(request.Snapshot).Ranking(filter.ForRanking).TryGet(out var ranking, out reasons)
            ? PageRequest.File("customers.csv", "text/csv; charset=utf-8", CustomerList.Csv(request.Snapshot, ranking, segment))
            : request.Refuse(reasons, StatusCodes.Status404NotFound);
    }

    private static Task<IResult> PickAsync(PageRequest request, IFormCollection form)
    {
        var names = form["name"].OfType<string>().ToArray();
        if (!SnapshotStudy.Of(request.Snapshot).Ranking(null).TryGet(out var ranking, out var reasons))
        {
            return Task.FromResult(request.View<NoCustomersPage>(reasons[0]));
        }

        var kept = BestPicks.Keep(request.Snapshot, ranking, names, request.Page.Caller?.Member?.Name, DateOnly.FromDateTime(request.Page.Now.UtcDateTime));
        return Task.FromResult(kept.TryGet(out var picks, out reasons)
            ? PageRequest.GoTo(Urls.With(Urls.Customers(request.Page.Id), ("done", picks.Companies.Count > 0 ? "picked" : "cleared")) + "#picks")
            : Show(request, reasons[0], names));
    }
}
