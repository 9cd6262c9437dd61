using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;

namespace Kindred.Web.Account;

/// <summary>The second step of signing in: its key and its recovery codes are each shown in one answer and never again.</summary>
internal static class TotpPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.PlainForm(Urls.AccountTotp, RouteNeeds.Session, (request, form) => AccountPages.ForMembersAsync(request, _ => BeginAsync(request, form)));
        routes.PlainForm(Urls.AccountTotpConfirm, RouteNeeds.Session, (request, form) => AccountPages.ForMembersAsync(request, _ => ConfirmAsync(request, form)));
        routes.PlainForm(Urls.AccountTotpOff, RouteNeeds.Session, (request, form) => AccountPages.ForMembersAsync(request, _ => OffAsync(request, form)));
    }

    private static async Task<IResult> BeginAsync(PageRequest request, IFormCollection form) =>
        (await request.Members.SetUpTotp.RunAsync(new Secret(form["current-password"].ToString()), null, request.Page.Caller!, request.Aborted)).TryGet(out var made, out var reasons)
            ? request.View<TotpPage>(new TotpModel(made, []))
            : await AccountPages.ShowAsync(request, "totp", reasons);

    private static async Task<IResult> ConfirmAsync(PageRequest request, IFormCollection form) =>
        (await request.Members.ConfirmTotp.RunAsync(new Secret(form["code"].ToString()), request.Page.Caller!, request.Aborted)).TryGet(out var codes, out var reasons)
            ? request.View<RecoveryPage>(codes)
            : request.View<TotpPage>(new TotpModel(null, reasons), StatusCodes.Status400BadRequest);

    private static async Task<IResult> OffAsync(PageRequest request, IFormCollection form) =>
        (await request.Members.RemoveTotp.RunAsync(new Secret(form["current-password"].ToString()), null, request.Page.Caller!, request.Aborted)).TryGet(out _, out var reasons)
            ? PageRequest.GoTo(Urls.With(Urls.Account, ("done", "totp-off")))
            : await AccountPages.ShowAsync(request, "totp", reasons);
}

/// <summary>Setting the second step up.</summary>
/// <param name="Made">Key and address, shown once; null after a wrong code.</param>
/// <param name="Refused">Why a code was not taken; empty at first.</param>
public sealed record TotpModel(SetUpTotpResult? Made, IReadOnlyList<Reason> Refused);
