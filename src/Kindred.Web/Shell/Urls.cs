using Kindred.Core.Basics;

namespace Kindred.Web.Shell;

/// <summary>Every address of the app, in one place: a link to a page that does not exist does not compile.</summary>
public static class Urls
{
    public const string Start = "/";
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string CreateOwner = "/create-owner";
    public const string Open = "/open";
    public const string Language = "/language";
    public const string Workspaces = "/workspaces";
    public const string Health = "/health";
    public const string Account = "/account";
    public const string AccountPassword = "/account/password";
    public const string AccountTotp = "/account/totp";
    public const string AccountTotpConfirm = "/account/totp/confirm";
    public const string AccountTotpOff = "/account/totp/off";
    public const string AccountSessions = "/account/sessions";
    public const string Invitation = "/invitation";
    public const string Reset = "/reset";

    /// <summary>The public path of a link to a document.</summary>
    public static string View(string token) => "/v/" + token;

    public static string Documents(string workspace) => In(workspace, "documents");

    public static string Document_(string workspace, string document) => In(workspace, "documents/" + document);

    public static string DocumentLinks(string workspace, string document) => Document_(workspace, document) + "/links";

    public static string DocumentPicture(string workspace, string document, int version, int page) => Document_(workspace, document) + "/p/" + Format.Whole(version) + "-" + Format.Whole(page) + "-240.jpg";

    public static string DocumentLink(string workspace, string link) => In(workspace, "links/" + link);

    public static string SettingsSharing(string workspace) => In(workspace, "settings/sharing");

    /// <summary>A page of a workspace.</summary>
    public static string In(string workspace, string page) => $"/w/{workspace}/{page}";

    public static string Today(string workspace) => In(workspace, "today");

    public static string TodaySteps(string workspace) => In(workspace, "today/steps");

    public static string Tour(string workspace, int step) => In(workspace, "tour/" + Format.Whole(step));

    public static string Icp(string workspace) => In(workspace, "icp");

    public static string IcpVersion(string workspace, int version) => In(workspace, "icp/v/" + Format.Whole(version));

    public static string IcpPrint(string workspace) => In(workspace, "icp/print");

    public static string IcpState(string workspace) => In(workspace, "icp/state");

    public static string IcpSign(string workspace) => In(workspace, "icp/sign");

    /// <summary>A file of the profile: icp.json, report.html, icp.md, targets.csv.</summary>
    public static string IcpFile(string workspace, string name) => In(workspace, "icp/files/" + name);

    public static string Patterns(string workspace) => In(workspace, "patterns");

    public static string PatternBuilder(string workspace) => In(workspace, "patterns/build");

    public static string Scorecard(string workspace) => In(workspace, "scorecard");

    public static string ScorecardCut(string workspace) => In(workspace, "scorecard/cut");

    public static string ScorecardEdit(string workspace) => In(workspace, "scorecard/edit");

    public static string ScorecardExport(string workspace) => In(workspace, "scorecard/export");

    public static string ScorecardLearn(string workspace) => In(workspace, "scorecard/learn");

    public static string ScorecardPublish(string workspace) => In(workspace, "scorecard/publish");

    public static string Leads(string workspace) => In(workspace, "leads");

    public static string Lead(string workspace, string id) => In(workspace, "leads/" + Uri.EscapeDataString(id));

    public static string LeadsCrm(string workspace) => In(workspace, "leads-crm");

    /// <summary>Companies of one group: core, adjacent, regret, anti, outside.</summary>
    public static string AccountsOf(string workspace, string group) => With(Accounts(workspace), ("group", group));

    public static string LeadAnswer(string workspace, string id) => Lead(workspace, id) + "/answer";

    public static string LeadsFeedback(string workspace) => In(workspace, "leads-feedback");

    public static string LeadsCrmFile(string workspace, string name) => In(workspace, "leads-crm/" + name);

    public static string Accounts(string workspace) => In(workspace, "accounts");

    public static string AccountsCsv(string workspace) => In(workspace, "accounts.csv");

    public static string Account_(string workspace, int index) => In(workspace, "accounts/" + Format.Whole(index));

    public static string Segments(string workspace) => In(workspace, "segments");

    public static string SegmentsSettings(string workspace) => In(workspace, "segments/settings");

    public static string Review(string workspace) => In(workspace, "review");

    /// <summary>One review, by its due day.</summary>
    public static string ReviewOn(string workspace, DateOnly day) => In(workspace, "review/on/" + Format.Date(day));

    /// <summary>A form of the review page: answers, decision, sign, feedback, early, experiment, stop.</summary>
    public static string ReviewForm(string workspace, string form) => In(workspace, "review/" + form);

    /// <summary>The review for the board, on one page.</summary>
    public static string ReviewBoard(string workspace, DateOnly? day = null) => With(In(workspace, "review/board"), ("on", day is { } on ? Format.Date(on) : null));

    public static string ReviewLog(string workspace) => In(workspace, "review/log");

    public static string ReviewNote(string workspace) => In(workspace, "review/note");

    public static string Success(string workspace) => In(workspace, "success");

    public static string SuccessReview(string workspace, int account) => In(workspace, "success/review/" + Format.Whole(account));

    public static string SuccessReviewFile(string workspace, int account) => SuccessReview(workspace, account) + ".html";

    public static string SuccessFile(string workspace, string list) => In(workspace, "success/" + list + ".csv");

    public static string SuccessSettings(string workspace) => In(workspace, "success/settings");

    public static string Customers(string workspace) => In(workspace, "customers");

    public static string CustomersFile(string workspace) => In(workspace, "customers.csv");

    public static string CustomerPicks(string workspace) => In(workspace, "customers/picks");

    public static string Reading(string workspace) => In(workspace, "reading");

    public static string ReadingRule(string workspace) => In(workspace, "reading/rule");

    /// <summary>How one document is read.</summary>
    public static string ReadingDocument(string workspace, string document) => With(In(workspace, "reading/document"), ("id", document));

    public static string Personas(string workspace) => In(workspace, "personas");

    public static string Campaigns(string workspace) => In(workspace, "campaigns");

    /// <summary>One campaign.</summary>
    public static string Campaign(string workspace, string name) => With(Campaigns(workspace), ("name", name));

    public static string CampaignRemove(string workspace) => In(workspace, "campaigns/remove");

    public static string Data(string workspace) => In(workspace, "data");

    public static string DataImport(string workspace) => In(workspace, "data/import");

    public static string Drop(string workspace, string drop) => In(workspace, "data/import/" + drop);

    public static string DropMapping(string workspace, string drop) => Drop(workspace, drop) + "/mapping";

    public static string DropRejects(string workspace, string drop) => Drop(workspace, drop) + "/rejects.csv";

    public static string Build(string workspace) => In(workspace, "build");

    public static string DataFields(string workspace) => In(workspace, "data/fields");

    public static string DataStandards(string workspace) => In(workspace, "data/standards");

    public static string DataMatching(string workspace) => In(workspace, "data/matching");

    public static string DataMatchingUndo(string workspace) => In(workspace, "data/matching/undo");

    public static string DataTitles(string workspace) => In(workspace, "data/standards/titles");

    public static string DataTitlesUndo(string workspace) => In(workspace, "data/standards/titles/undo");

    public static string Job(string workspace, string job) => In(workspace, "jobs/" + job);

    public static string Settings(string workspace) => In(workspace, "settings");

    public static string SettingsReviews(string workspace) => In(workspace, "settings/reviews");

    public static string SettingsPeople(string workspace) => In(workspace, "settings/people");

    public static string SettingsPerson(string workspace, string member) => SettingsPeople(workspace) + "/" + Uri.EscapeDataString(member);

    public static string SettingsAudit(string workspace) => In(workspace, "settings/audit");

    public static string SettingsRetention(string workspace) => In(workspace, "settings/retention");

    /// <summary>An address with a query; empty values are left out.</summary>
    public static string With(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var text = path;
        var mark = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in query)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text += mark + name + "=" + Uri.EscapeDataString(value);
                mark = '&';
            }
        }

        return text;
    }
}
