using Kindred.Core.Engagement;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Viewing;

namespace Kindred.Web.Documents;

/// <summary>Visits of a workspace's documents as of this moment: tracked by our links, and imported ones of documents with the same title.</summary>
internal static class DocumentReading
{
    /// <summary>All visits of our documents, oldest first.</summary>
    public static async Task<IReadOnlyList<ReadingVisit>> OfAsync(PageRequest request, DocumentRoom room) => await BookAsync(request, room) is { } book ? book.Visits : (await TrackedAsync(request, room)).Visits;

    /// <summary>Readers with what became of them; null where nothing is imported.</summary>
    public static async Task<ReadingBook?> BookAsync(PageRequest request, DocumentRoom room) =>
        request.Snapshot.Facts is { } facts ? ReadingBoard.Of(facts, request.Snapshot.Standing, await TrackedAsync(request, room), request.Snapshot.Settings.IgnoredReaders).Book : null;

    private static Task<TrackedReading> TrackedAsync(PageRequest request, DocumentRoom room) => TrackedReading.ReadAsync(room.Store, request.Snapshot.Facts, request.Snapshot.Settings.IgnoredReaders, request.Aborted);
}
