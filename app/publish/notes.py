"""The one thing about notes beside explained words that a style cannot do: Escape puts a note away (WCAG 1.4.13).

A few lines inside the page, allowed there by their own hash and nothing else. Where scripts are switched off no note is
shown, and the word leads to its explanation all the same.
"""

from __future__ import annotations

from markupsafe import Markup

ESCAPE = Markup(
    'addEventListener("keydown",e=>{if(e.key==="Escape")'
    'document.querySelectorAll(".word:hover,.word:focus-within").forEach(w=>{w.classList.add("shut");'
    'for(const left of["pointerleave","focusout"])'
    'w.addEventListener(left,()=>w.classList.remove("shut"),{once:true})})})'
)
