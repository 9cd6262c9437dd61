using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Storage.Imports;

/// <summary>A line of the table "import_reject", as Dapper fills and takes it.</summary>
internal sealed class RejectRow
{
    public long Workspace { get; set; }

    public long Import { get; set; }

    public long Line { get; set; }

    public string Code { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Ko { get; set; } = "";

    public string En { get; set; } = "";

    public string Raw { get; set; } = "";

    /// <summary>PostgreSQL stores no NUL character; its picture stands for it, in both databases.</summary>
    internal static RejectRow Of(long workspace, long import, Reject reject) => new()
    {
        Workspace = workspace,
        Import = import,
        Line = reject.RowNumber,
        Code = reject.Reason.Code,
        Subject = Storable(reject.Reason.Subject),
        Ko = Storable(reject.Reason.Message.Ko),
        En = Storable(reject.Reason.Message.En),
        Raw = Storable(reject.RawText),
    };

    internal Reject ToReject() => new(Line, new Reason(Code, Subject, new Wording(Ko, En)), Raw);

    private static string Storable(string text) => text.Replace('\0', '␀');
}
