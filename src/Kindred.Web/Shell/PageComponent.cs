using Kindred.Core.Basics;
using Microsoft.AspNetCore.Components;

namespace Kindred.Web.Shell;

/// <summary>A page or a part of one: knows the context and picks words.</summary>
public abstract class PageComponent : ComponentBase
{
    /// <summary>Who looks, in which language, at what.</summary>
    [Parameter]
    [EditorRequired]
    public required PageContext Page { get; set; }

    /// <summary>Picks a text.</summary>
    protected string T(string ko, string en) => Page.T(ko, en);

    /// <summary>Picks a text.</summary>
    protected string T(Wording wording) => Page.T(wording);
}
