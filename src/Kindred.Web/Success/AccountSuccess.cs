using Kindred.Core.Basics;
using Kindred.Core.Success;
using Kindred.Product;

namespace Kindred.Web.Success;

/// <summary>What the pages of a company and of a lead say about success.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Customer">Health of a running customer; null for others.</param>
/// <param name="Alike">Nearest success stories, by name.</param>
/// <param name="IsLearned">Whether the weights of traits were learned.</param>
/// <param name="N">Customers they were learned from.</param>
public sealed record AccountSuccess(int Account, CustomerHealth? Customer, IReadOnlyList<(string Name, Lookalike Like)> Alike, bool IsLearned, int N)
{
    /// <summary>Why no story is shown; null when they are.</summary>
    public Wording? Silence { get; init; }

    /// <summary>Of a company; null where there are no customers to speak of.</summary>
    public static AccountSuccess? Of(WorkspaceSnapshot snapshot, int account)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return SuccessWorkspace.Of(snapshot).TryGet(out var study, out _) && SuccessWorkspace.Lookalikes(snapshot).TryGet(out var lookalikes, out _)
            ? new AccountSuccess(account, study.Find(account), [.. lookalikes.Of(account).Select(like => (snapshot.Facts!.Companies[like.Account].Name, like))], lookalikes.IsLearned, lookalikes.Kept + lookalikes.Gone) { Silence = lookalikes.Silence(account) }
            : null;
    }
}
