using Kindred.Core.Engagement;
using Kindred.Documents.Sharing;
using Kindred.Product;
using Kindred.Web.Accounts;
using Kindred.Web.Hosting;

namespace Kindred.Web.Documents;

/// <summary>The choice of recipients from a segment, as the address says.</summary>
/// <param name="Index">Companies and the words they can be narrowed by.</param>
/// <param name="Filter">What they are narrowed to.</param>
/// <param name="Job">What the people work on; null: anything.</param>
/// <param name="LeadersOnly">Only team leads and above.</param>
/// <param name="Picked">Who fits; null before anybody asked.</param>
public sealed record PickPeople(AccountIndex Index, AccountFilter Filter, JobGroup? Job, bool LeadersOnly, SegmentRecipients? Picked)
{
    /// <summary>Of a request; null where no company is known.</summary>
    internal static PickPeople? Of(PageRequest request)
    {
        if (AccountIndex.Of(request.Snapshot) is not { } index)
        {
            return null;
        }

        var filter = AccountPages.Filter(request, null);
        JobGroup? job = Enum.TryParse<JobGroup>(request.Query("job"), out var read) && Enum.IsDefined(read) ? read : null;
        var leaders = request.Query("lead") == "on";
        return new PickPeople(index, filter, job, leaders, request.Query("people") == "1" ? SegmentRecipients.Of(request.Snapshot, filter, job, leaders, MakeLinks.Most) : null);
    }
}
