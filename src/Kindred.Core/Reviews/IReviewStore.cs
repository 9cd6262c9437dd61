using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>Keeps the review log. It only grows.</summary>
public interface IReviewStore
{
    /// <summary>Adds lines in one transaction.</summary>
    Task AddAsync(IReadOnlyList<ReviewEntry> entries, CancellationToken ct);

    /// <summary>Adds a line unless one of its subject and kind is there: what must happen once happens once, also with two processes.</summary>
    /// <returns>Whether it was added.</returns>
    Task<bool> AddOnceAsync(ReviewEntry entry, CancellationToken ct);

    /// <summary>The log in order; of one subject, or all of it.</summary>
    Task<IReadOnlyList<ReviewEntry>> EntriesAsync(string? subject, CancellationToken ct);

    /// <summary>Reads the chains of the review log and of the score records again.</summary>
    /// <returns>Done where every digest fits; else <c>reviews.tampered</c> with the first row that does not.</returns>
    Task<Result<int>> VerifyAsync(CancellationToken ct);
}
