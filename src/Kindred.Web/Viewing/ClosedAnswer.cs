using Kindred.Core.Basics;
using Kindred.Documents.Sharing;
using Kindred.Web.Hosting;

namespace Kindred.Web.Viewing;

/// <summary>The one answer for links that do not exist, were closed, have expired or are used up, and for everything else a stranger may not see.</summary>
internal static class ClosedAnswer
{
    /// <summary>Refusals of forms are released together at multiples of this after the request came, so that how long an answer takes says nothing about why.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(400);

    /// <summary>There is nothing here.</summary>
    public static IResult NotFound(HttpContext http) => PageRequest.OfNobody(http).View<ClosedLinkPage>(new ClosedModel(LinkChecks.Gone), StatusCodes.Status404NotFound);

    /// <summary>Was open a moment ago.</summary>
    public static IResult Gone(HttpContext http) => PageRequest.OfNobody(http).View<ClosedLinkPage>(new ClosedModel(LinkChecks.Gone), StatusCodes.Status410Gone);

    /// <summary>Waits until the next step after a beginning.</summary>
    public static Task WaitAsync(TimeProvider clock, long began, CancellationToken ct)
    {
        var passed = clock.GetElapsedTime(began);
        var steps = Math.Floor(passed / Step) + 1;
        return Task.Delay((Step * steps) - passed, clock, ct);
    }
}

/// <summary>Why a link does not open.</summary>
/// <param name="Reason">In words.</param>
public sealed record ClosedModel(Reason Reason);
