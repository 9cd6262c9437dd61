using System.Runtime.CompilerServices;
using Kindred.Product;
using Kindred.Storage;

namespace Kindred.Web.Leads;

/// <summary>The leads of a reading, with decisions and answers up to a number, sorted once: a list of tens of thousands is made again only after somebody decided something.</summary>
/// <param name="Leads">Leads with the log.</param>
/// <param name="Rows">Best first.</param>
public sealed record LeadBoard(LeadWorkspace Leads, IReadOnlyList<LeadRow> Rows)
{
    private static readonly ConditionalWeakTable<LeadWorkspace, Box> Boards = [];

    /// <summary>The board of a reading as it is now.</summary>
    public static async Task<LeadBoard> OfAsync(LeadWorkspace leads, Workspace workspace, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var newest = await workspace.Leads.NewestAsync(ct);
        var box = Boards.GetOrCreateValue(leads);
        if (box.Board is { } kept && kept.Newest == newest)
        {
            return kept.Board;
        }

        var now = await leads.WithLogAsync(workspace, ct);
        var board = new LeadBoard(now, LeadPages.Rows(now));
        box.Board = new Kept(newest, board);
        return board;
    }

    private sealed record Kept((long, long) Newest, LeadBoard Board);

    private sealed class Box
    {
        public Kept? Board { get; set; }
    }
}
