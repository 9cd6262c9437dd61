using Kindred.Core.Tables;

namespace Kindred.Core.Workspaces;

/// <summary>A table among others that may be earlier or later exports of the same records.</summary>
/// <param name="Table">Its rows.</param>
/// <param name="FileName">File it comes from.</param>
/// <param name="Sheet">Sheet of a workbook, else empty.</param>
/// <param name="Kind">What its rows are; only tables of one kind are versions of each other.</param>
/// <param name="Keys">Columns that tell one record from another, best first: record id, then other natural keys. Columns the table lacks are passed over.</param>
public sealed record TableVersion(Table Table, string FileName, string Sheet, string Kind, IReadOnlyList<IReadOnlyList<string>> Keys)
{
    /// <summary>The file name without what downloads add to it (dates, counters, copies), so that two exports of one report bear one stem.</summary>
    public string Stem
    {
        get
        {
            var dot = FileName.LastIndexOf('.');
            var letters = (dot > 0 ? FileName[..dot] : FileName).ToLowerInvariant().Where(char.IsLetter);
            return new string([.. letters]).Replace("copy", "", StringComparison.Ordinal).Replace("사본", "", StringComparison.Ordinal) + "#" + Sheet;
        }
    }
}
