using Kindred.Core.Basics;
using Kindred.Core.Jobs;
using Kindred.Core.Members;
using Kindred.Product;
using Kindred.Storage;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;

namespace Kindred.Web.Jobs;

/// <summary>One job: how far it is, stopping it, what came of it. The address can be closed and opened again.</summary>
internal static class JobPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("jobs/{job}", Permission.Look, ShowAsync);
        routes.Unread("jobs/{job}/state", Permission.Look, StateAsync);
        routes.Form("jobs/{job}/cancel", Permission.ImportData, CancelAsync);
        routes.Form("build", Permission.BuildProfile, async (request, _) => PageRequest.GoTo(Urls.Job(request.Page.Id, await StartAsync(request, WorkspaceJobs.Build, "{}"))));
    }

    /// <summary>Puts a job into the queue and wakes the runner.</summary>
    /// <returns>Id of the job.</returns>
    public static async Task<string> StartAsync(PageRequest request, string kind, string payload)
    {
        var services = request.Http.RequestServices;
        var job = await services.GetRequiredService<Site>().Jobs.EnqueueAsync(new NewJob(request.Page.Id, kind, payload, request.Page.Caller?.Member?.Id.Value ?? ""), request.Aborted);
        services.GetRequiredService<JobHost>().Wake();
        return job.Id;
    }

    private static Task<Job?> FindAsync(PageRequest request) => request.Http.RequestServices.GetRequiredService<Site>().Jobs.GetAsync(request.Page.Id, request.Route("job"), request.Aborted);

    private static async Task<IResult> ShowAsync(PageRequest request) => await FindAsync(request) is { } job
        ? job.State == JobState.Done && job.Result is { } result && request.Query("stay") is null ? PageRequest.GoTo(result) : request.View<JobPage>(new JobModel(job, BestPicks.AreOffered(request.Snapshot)))
        : request.Refuse([NoSuchJob(request)], StatusCodes.Status404NotFound);

    private static async Task<IResult> StateAsync(PageRequest request) => await FindAsync(request) is { } job
        ? Results.Json(new { state = job.State.ToString().ToLowerInvariant(), fraction = job.Progress.Fraction, where = request.Page.T(job.Progress.Where), counted = Format.Grouped(job.Progress.Counted), ended = job.HasEnded, result = job.Result })
        : Results.Problem(statusCode: StatusCodes.Status404NotFound, type: "web.no-job");

    private static async Task<IResult> CancelAsync(PageRequest request, IFormCollection form)
    {
        var job = await request.Http.RequestServices.GetRequiredService<Site>().Jobs.RequestCancelAsync(request.Page.Id, request.Route("job"), request.Aborted);
        return job is null ? request.Refuse([NoSuchJob(request)], StatusCodes.Status404NotFound) : PageRequest.GoTo(Urls.Job(request.Page.Id, job.Id));
    }

    private static Reason NoSuchJob(PageRequest request) => new("web.no-job", request.Route("job"), new Wording("그런 작업이 없어요. 데이터 화면에서 다시 시작해 주세요.", "There is no such job. Start again from the data page."));
}

/// <summary>The page of a job.</summary>
/// <param name="Job">The job.</param>
/// <param name="OffersPicks">Whether people are asked for their best customers at its end.</param>
public sealed record JobModel(Job Job, bool OffersPicks);
