//! The writing: taken from its start, piece by piece, each a call.

/// Draws markup written as for Yew's `html!`.
#[macro_export]
macro_rules! draw {
    // Inside an element: what is closed, opened or put in next.
    (@in $d:ident) => {};
    (@in $d:ident </ $($name:ident)? > $($rest:tt)*) => { $d.close(); $crate::draw!(@in $d $($rest)*); };
    (@in $d:ident <> $($rest:tt)*) => { $d.list(); $crate::draw!(@in $d $($rest)*); };
    (@in $d:ident < $tag:ident $($rest:tt)*) => { $crate::draw!(@of $d $tag [] $($rest)*); };
    (@in $d:ident { for $($each:tt)* } $($rest:tt)*) => {
        for child in $($each)* { $d.put(child); }
        $crate::draw!(@in $d $($rest)*);
    };
    (@in $d:ident if $($rest:tt)*) => { $crate::draw!(@if $d [] $($rest)*); };
    (@in $d:ident $child:block $($rest:tt)*) => { $d.put($child); $crate::draw!(@in $d $($rest)*); };
    // A condition, up to its block. What depends on it is a list, so that its siblings keep their places.
    (@if $d:ident [$($test:tt)*] { $($then:tt)* } else { $($other:tt)* } $($rest:tt)*) => {
        $d.list();
        if $($test)* { $crate::draw!(@in $d $($then)*); } else { $crate::draw!(@in $d $($other)*); }
        $d.close();
        $crate::draw!(@in $d $($rest)*);
    };
    (@if $d:ident [$($test:tt)*] { $($then:tt)* } $($rest:tt)*) => {
        $crate::draw!(@if $d [$($test)*] { $($then)* } else {} $($rest)*);
    };
    (@if $d:ident [$($test:tt)*] $more:tt $($rest:tt)*) => { $crate::draw!(@if $d [$($test)* $more] $($rest)*); };
    // The attributes of an element, up to its bracket.
    (@of $d:ident $tag:ident [$($name:expr),*] > $($rest:tt)*) => {
        $d.open(stringify!($tag), &[$($name),*]);
        $crate::draw!(@in $d $($rest)*);
    };
    (@of $d:ident $tag:ident [$($name:expr),*] /> $($rest:tt)*) => {
        $d.open(stringify!($tag), &[$($name),*]);
        $d.close();
        $crate::draw!(@in $d $($rest)*);
    };
    (@of $d:ident $tag:ident $names:tt key = $value:tt $($rest:tt)*) => { $d.key($value); $crate::draw!(@of $d $tag $names $($rest)*); };
    (@of $d:ident $tag:ident $names:tt ref = $value:tt $($rest:tt)*) => { $d.node($value); $crate::draw!(@of $d $tag $names $($rest)*); };
    (@of $d:ident input $names:tt value = $value:tt $($rest:tt)*) => { $d.field($value); $crate::draw!(@of $d input $names $($rest)*); };
    (@of $d:ident textarea $names:tt value = $value:tt $($rest:tt)*) => { $d.field($value); $crate::draw!(@of $d textarea $names $($rest)*); };
    (@of $d:ident $tag:ident $names:tt checked = $value:tt $($rest:tt)*) => { $d.checked($value); $crate::draw!(@of $d $tag $names $($rest)*); };
    (@of $d:ident $tag:ident $names:tt { $name:ident } $($rest:tt)*) => { $crate::draw!(@of $d $tag $names $name = $name $($rest)*); };
    (@of $d:ident $tag:ident [$($known:expr),*] class = [$($class:expr),*] $($rest:tt)*) => {
        $($crate::view::draw::Class::name($class, &mut $d);)*
        $d.classes();
        $crate::draw!(@of $d $tag [$($known,)* "class"] $($rest)*);
    };
    (@of $d:ident $tag:ident $names:tt onblur = $value:tt $($rest:tt)*) => { $d.onblur($value); $crate::draw!(@of $d $tag $names $($rest)*); };
    (@of $d:ident $tag:ident $names:tt oncancel = $value:tt $($rest:tt)*) => { $d.oncancel($value); $crate::draw!(@of $d $tag $names $($rest)*); };
    (@of $d:ident $tag:ident $names:tt onchange = $value:tt $($rest:tt)*) => { $d.onchange($value); $crate::draw!(@of $d $tag $names $($rest)*); };
    (@of $d:ident $tag:ident $names:tt onclick = $value:tt $($rest:tt)*) => { $d.onclick($value); $crate::draw!(@of $d $tag $names $($rest)*); };
    (@of $d:ident $tag:ident $names:tt onfocusin = $value:tt $($rest:tt)*) => { $d.onfocusin($value); $crate::draw!(@of $d $tag $names $($rest)*); };
    (@of $d:ident $tag:ident $names:tt onfocusout = $value:tt $($rest:tt)*) => { $d.onfocusout($value); $crate::draw!(@of $d $tag $names $($rest)*); };
    (@of $d:ident $tag:ident $names:tt oninput = $value:tt $($rest:tt)*) => { $d.oninput($value); $crate::draw!(@of $d $tag $names $($rest)*); };
    (@of $d:ident $tag:ident $names:tt onkeydown = $value:tt $($rest:tt)*) => { $d.onkeydown($value); $crate::draw!(@of $d $tag $names $($rest)*); };
    (@of $d:ident $tag:ident $names:tt onmousedown = $value:tt $($rest:tt)*) => { $d.onmousedown($value); $crate::draw!(@of $d $tag $names $($rest)*); };
    (@of $d:ident $tag:ident $names:tt onmouseleave = $value:tt $($rest:tt)*) => { $d.onmouseleave($value); $crate::draw!(@of $d $tag $names $($rest)*); };
    (@of $d:ident $tag:ident $names:tt onmouseover = $value:tt $($rest:tt)*) => { $d.onmouseover($value); $crate::draw!(@of $d $tag $names $($rest)*); };
    (@of $d:ident $tag:ident [$($known:expr),*] $name:ident $(- $more:ident)* = $value:tt $($rest:tt)*) => {
        $d.attribute($value);
        $crate::draw!(@of $d $tag [$($known,)* concat!(stringify!($name) $(, "-", stringify!($more))*)] $($rest)*);
    };
    ($($markup:tt)*) => {{
        let mut drawing = $crate::view::draw::Drawing::new();
        $crate::draw!(@in drawing $($markup)*);
        drawing.done()
    }};
}
