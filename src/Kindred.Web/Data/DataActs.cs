namespace Kindred.Web.Data;

/// <summary>Codes of the data pages in the audit trail.</summary>
internal static class DataActs
{
    public const string MatchDecided = "match.decided";
    public const string MatchTakenBack = "match.taken-back";
    public const string TitleStated = "title.stated";
    public const string TitleTakenBack = "title.taken-back";
    public const string LevelsChanged = "levels.changed";
}
