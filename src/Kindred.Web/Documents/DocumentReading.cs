using Kindred.Core.Engagement;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Viewing;

namespace Kindred.Web.Documents;

/// <summary>Visits of a workspace's documents as of this moment: tracked by our links, and imported ones of documents with the same title.</summary>
internal static class DocumentReading
{
    /// <summary>All visits of our documents, oldest first.</summary>
    public static async Task<IReadOnlyList<ReadingVisit>> OfAsync(PageRequest request, DocumentRoom room)
    {
        var snapshot = request.Snapshot;
        var tracked = await TrackedReading.ReadAsync(room.Store, snapshot.Facts, snapshot.Settings.IgnoredReaders, request.Aborted);
        return snapshot.Facts is { } facts ? ReadingBoard.Of(facts, snapshot.Standing, tracked, snapshot.Settings.IgnoredReaders).Book.Visits : tracked.Visits;
    }
}
